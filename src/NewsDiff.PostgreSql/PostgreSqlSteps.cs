namespace NewsDiff.PostgreSql;

/// <summary>The steps that make the tables and upgrade them.</summary>
/// <remarks>
/// Steps are only ever added. Times are in milliseconds; kinds and states are the names of the enums; texts sort by
/// their bytes. A version's id is a <see cref="Sql.VersionKey"/>.
/// </remarks>
internal static class PostgreSqlSteps
{
    /// <summary>The schema name in the written steps; replaced by the configured one when they run.</summary>
    public const string Written = "newsdiff.";

    /// <summary>The steps, from the first release on.</summary>
    public static readonly string[] All =
    [
        """
        CREATE TABLE newsdiff.schema_version (version integer NOT NULL);
        INSERT INTO newsdiff.schema_version VALUES (0);

        CREATE TABLE newsdiff.version (
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            article_id text COLLATE "C" NOT NULL,
            number integer NOT NULL CHECK (number > 0),
            seen_at timestamptz NOT NULL,
            host text COLLATE "C" NOT NULL,
            content_hash text COLLATE "C" NOT NULL,
            extractor_version integer NOT NULL,
            title text NOT NULL,
            article bytea NOT NULL,
            UNIQUE (article_id, number)
        );
        CREATE INDEX version_by_time ON newsdiff.version (seen_at);
        CREATE INDEX version_by_host ON newsdiff.version (host, sequence);

        CREATE TABLE newsdiff.article (
            id text COLLATE "C" PRIMARY KEY,
            url text NOT NULL,
            first_seen_at timestamptz NOT NULL,
            source text COLLATE "C"
        );
        CREATE INDEX article_by_time ON newsdiff.article (first_seen_at, id);

        -- The key's SHA-256 stands for the key: an index entry may not be longer than a third of a page.
        CREATE TABLE newsdiff.article_key (
            key_hash bytea PRIMARY KEY,
            key text COLLATE "C" NOT NULL,
            article_id text COLLATE "C" NOT NULL REFERENCES newsdiff.article,
            ordinal integer NOT NULL
        );
        CREATE INDEX article_key_by_article ON newsdiff.article_key (article_id);

        CREATE TABLE newsdiff.article_feed (
            article_id text COLLATE "C" NOT NULL REFERENCES newsdiff.article,
            feed_url text COLLATE "C" NOT NULL,
            ordinal integer NOT NULL,
            PRIMARY KEY (article_id, feed_url)
        );
        CREATE INDEX article_feed_by_feed ON newsdiff.article_feed (feed_url);

        CREATE TABLE newsdiff.subscription (
            url text COLLATE "C" PRIMARY KEY,
            ordinal bigint GENERATED ALWAYS AS IDENTITY,
            added_at timestamptz NOT NULL,
            title text,
            source text COLLATE "C"
        );

        CREATE TABLE newsdiff.visit (
            kind text COLLATE "C" NOT NULL,
            target text COLLATE "C" NOT NULL,
            url text NOT NULL,
            due_at timestamptz,
            state text NOT NULL,
            last_visited_at timestamptz,
            last_changed_at timestamptz,
            interval bigint NOT NULL,
            failures integer NOT NULL,
            last_status text,
            last_reason text,
            etag text,
            last_modified text,
            claim bigint NOT NULL,
            held_hash text,
            leased_until timestamptz,
            PRIMARY KEY (kind, target)
        );
        CREATE INDEX visit_by_due ON newsdiff.visit (due_at) WHERE due_at IS NOT NULL;
        """,
        "ALTER TABLE newsdiff.version ADD COLUMN container text;",
        """
        ALTER TABLE newsdiff.article ADD COLUMN merged_into text COLLATE "C" REFERENCES newsdiff.article;
        CREATE INDEX article_by_merge ON newsdiff.article (merged_into) WHERE merged_into IS NOT NULL;
        ALTER TABLE newsdiff.subscription ADD COLUMN filter text;
        """,
        """
        ALTER TABLE newsdiff.version ADD COLUMN page_hash text COLLATE "C";
        """,
        """
        CREATE TABLE newsdiff.store (id text NOT NULL);
        INSERT INTO newsdiff.store VALUES (gen_random_uuid()::text);
        """,
        """
        ALTER TABLE newsdiff.version ADD COLUMN doubt text;
        ALTER TABLE newsdiff.visit ADD COLUMN memory text;
        """,
        """
        ALTER TABLE newsdiff.store ADD COLUMN event_base bigint NOT NULL DEFAULT 0;

        CREATE TABLE newsdiff.event (
            transaction_id bigint NOT NULL,
            sequence bigint GENERATED ALWAYS AS IDENTITY,
            kind text COLLATE "C" NOT NULL,
            article_id text COLLATE "C" NOT NULL,
            at timestamptz NOT NULL,
            number integer NOT NULL,
            host text COLLATE "C" NOT NULL,
            merged_into text COLLATE "C",
            reason text,
            PRIMARY KEY (transaction_id, sequence)
        );
        CREATE INDEX event_by_article ON newsdiff.event (article_id, transaction_id, sequence);
        INSERT INTO newsdiff.event (transaction_id, kind, article_id, at, number, host)
            SELECT pg_current_xact_id()::text::bigint, CASE number WHEN 1 THEN 'FirstSeen' ELSE 'Changed' END,
                article_id, seen_at, number, host
            FROM newsdiff.version ORDER BY sequence;

        CREATE TABLE newsdiff.event_delivery (
            handler text COLLATE "C" PRIMARY KEY,
            cursor_transaction bigint NOT NULL,
            cursor_sequence bigint NOT NULL,
            claim bigint NOT NULL,
            leased_until timestamptz,
            failures integer NOT NULL,
            retry_at timestamptz,
            last_reason text,
            memory text
        );

        CREATE TABLE newsdiff.dead_letter (
            handler text COLLATE "C" NOT NULL,
            cursor_transaction bigint NOT NULL,
            cursor_sequence bigint NOT NULL,
            at timestamptz NOT NULL,
            attempts integer NOT NULL,
            reason text,
            PRIMARY KEY (handler, cursor_transaction, cursor_sequence)
        );
        """,
        """
        CREATE TABLE newsdiff.feed (
            key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            url_hash bytea NOT NULL UNIQUE,
            url text NOT NULL
        );
        INSERT INTO newsdiff.feed (url_hash, url)
            SELECT sha256(convert_to(feed_url, 'UTF8')), feed_url FROM newsdiff.article_feed GROUP BY feed_url;

        -- When an article was first seen never changes: a feed's articles are read in that order.
        ALTER TABLE newsdiff.article_feed
            ADD COLUMN feed bigint REFERENCES newsdiff.feed, ADD COLUMN first_seen_at timestamptz;
        UPDATE newsdiff.article_feed f SET feed = known.key, first_seen_at = a.first_seen_at
            FROM newsdiff.feed known, newsdiff.article a WHERE known.url = f.feed_url AND a.id = f.article_id;
        ALTER TABLE newsdiff.article_feed
            DROP COLUMN feed_url, ALTER COLUMN feed SET NOT NULL, ALTER COLUMN first_seen_at SET NOT NULL,
            ADD PRIMARY KEY (article_id, feed);
        CREATE INDEX article_feed_by_feed ON newsdiff.article_feed (feed, first_seen_at, article_id);
        CREATE INDEX article_by_source ON newsdiff.article (source, first_seen_at, id) WHERE source IS NOT NULL;

        -- The authority of the address: the text between its scheme and its path.
        ALTER TABLE newsdiff.visit ADD COLUMN site text COLLATE "C"
            GENERATED ALWAYS AS (split_part(split_part(url, '://', 2), '/', 1)) STORED;
        DROP INDEX newsdiff.visit_by_due;
        CREATE INDEX visit_by_due ON newsdiff.visit (kind, due_at, target) WHERE due_at IS NOT NULL;
        CREATE INDEX visit_by_site ON newsdiff.visit (kind, site, due_at, target) WHERE due_at IS NOT NULL;
        """,
        """
        -- The rows of the former table are converted afterwards, in portions.
        ALTER TABLE newsdiff.version RENAME TO former_version;
        ALTER INDEX newsdiff.version_pkey RENAME TO former_version_pkey;
        DROP INDEX newsdiff.version_by_time;
        DROP INDEX newsdiff.version_by_host;
        CREATE TABLE newsdiff.history (
            key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            article_id text COLLATE "C" NOT NULL UNIQUE
        );
        CREATE TABLE newsdiff.host (
            key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text COLLATE "C" NOT NULL UNIQUE
        );
        CREATE TABLE newsdiff.version (
            id bigint PRIMARY KEY,
            sequence bigint GENERATED ALWAYS AS IDENTITY,
            seen_at timestamptz NOT NULL,
            host integer NOT NULL,
            extractor_version integer NOT NULL,
            depth smallint NOT NULL CHECK (depth BETWEEN 0 AND 15),
            content_hash bytea NOT NULL,
            page_hash bytea,
            container text,
            doubt text,
            body bytea NOT NULL
        );
        ALTER TABLE newsdiff.version ALTER COLUMN body SET STORAGE EXTERNAL;
        """,
        "ALTER TABLE newsdiff.store ADD COLUMN search_built bigint;",
        """
        -- Of an erased version: how, and the number of the last one before that still has its text.
        ALTER TABLE newsdiff.version ADD COLUMN erased smallint, ADD COLUMN kept_before integer;
        CREATE INDEX version_by_hidden_text ON newsdiff.version (content_hash) WHERE erased = 1;
        ALTER TABLE newsdiff.event ADD COLUMN actor text;
        """,
        """
        CREATE INDEX event_besides_versions ON newsdiff.event (transaction_id, sequence, at)
            WHERE kind NOT IN ('FirstSeen', 'Changed');
        """,
        """
        CREATE TABLE newsdiff.version_block (
            block bigint PRIMARY KEY,
            first_seen_at timestamptz NOT NULL,
            last_seen_at timestamptz NOT NULL
        );
        """,
        "ALTER TABLE newsdiff.event ADD COLUMN metadata text;",
        """
        -- What all processes respect at a site; times are milliseconds of the database's clock.
        CREATE TABLE newsdiff.site (
            name text COLLATE "C" PRIMARY KEY,
            turn bigint NOT NULL,
            holder text COLLATE "C",
            turn_until bigint,
            last_request_at bigint,
            held_until bigint,
            holds integer NOT NULL
        ) WITH (fillfactor = 50);
        CREATE TABLE newsdiff.robots (
            origin text COLLATE "C" PRIMARY KEY,
            answer text NOT NULL,
            valid_until bigint NOT NULL
        );
        """,
        """
        ALTER TABLE newsdiff.visit ADD COLUMN worker text COLLATE "C";
        CREATE INDEX visit_by_lease ON newsdiff.visit (site) WHERE leased_until IS NOT NULL;

        -- When a visit to each site may be due next: never later than it is. Claims go from site to site by it.
        CREATE TABLE newsdiff.site_due (
            name text COLLATE "C" PRIMARY KEY,
            feed_due_at timestamptz,
            article_due_at timestamptz
        ) WITH (fillfactor = 50);
        CREATE INDEX site_due_by_feed ON newsdiff.site_due (feed_due_at) WHERE feed_due_at IS NOT NULL;
        CREATE INDEX site_due_by_article ON newsdiff.site_due (article_due_at) WHERE article_due_at IS NOT NULL;
        INSERT INTO newsdiff.site_due (name, feed_due_at, article_due_at)
            SELECT site, min(due_at) FILTER (WHERE kind = 'Feed'), min(due_at) FILTER (WHERE kind = 'Article')
            FROM newsdiff.visit WHERE due_at IS NOT NULL GROUP BY site;

        -- A trigger, so that earlier releases that still run keep it too. It locks the row even if nothing changes: a
        -- claim that puts the time right must see the visit, or this one must see the new time.
        CREATE FUNCTION newsdiff.note_due() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO newsdiff.site_due AS s (name, feed_due_at, article_due_at)
            VALUES (
                NEW.site, CASE NEW.kind WHEN 'Feed' THEN NEW.due_at END,
                CASE NEW.kind WHEN 'Article' THEN NEW.due_at END)
            ON CONFLICT (name) DO UPDATE SET
                feed_due_at = least(s.feed_due_at, excluded.feed_due_at),
                article_due_at = least(s.article_due_at, excluded.article_due_at)
            WHERE excluded.feed_due_at < coalesce(s.feed_due_at, 'infinity')
                OR excluded.article_due_at < coalesce(s.article_due_at, 'infinity');
            RETURN NULL;
        END $$;
        CREATE TRIGGER visit_due AFTER INSERT OR UPDATE OF due_at, url ON newsdiff.visit
            FOR EACH ROW WHEN (NEW.due_at IS NOT NULL) EXECUTE FUNCTION newsdiff.note_due();
        """,
        """
        -- An index entry may not be longer than a third of a page: the SHA-256 stands for a long address.
        ALTER TABLE newsdiff.subscription ADD COLUMN url_hash bytea;
        UPDATE newsdiff.subscription SET url_hash = sha256(convert_to(url, 'UTF8'));
        ALTER TABLE newsdiff.subscription
            DROP CONSTRAINT subscription_pkey, ALTER COLUMN url SET NOT NULL, ADD PRIMARY KEY (url_hash);
        ALTER TABLE newsdiff.visit ADD COLUMN long_target text COLLATE "C";
        UPDATE newsdiff.visit
            SET long_target = target, target = 'sha256:' || encode(sha256(convert_to(target, 'UTF8')), 'hex')
            WHERE octet_length(target) > 1000 OR starts_with(target, 'sha256:');
        ALTER TABLE newsdiff.store ADD COLUMN search_skipped bigint NOT NULL DEFAULT 0;

        -- Without what was pruned, which may be an event of every article.
        DROP INDEX newsdiff.event_besides_versions;
        CREATE INDEX event_besides_versions ON newsdiff.event (transaction_id, sequence, at)
            WHERE kind NOT IN ('FirstSeen', 'Changed', 'Pruned');
        """,
        """
        -- The requests of a day since 1970, and how many are allowed; the row '*' counts those to all sites.
        ALTER TABLE newsdiff.site
            ADD COLUMN day bigint, ADD COLUMN asked bigint NOT NULL DEFAULT 0, ADD COLUMN budget bigint;
        """,
        """
        CREATE INDEX visit_by_failures ON newsdiff.visit (kind, failures DESC, target) WHERE failures > 0;
        """,
    ];
}
