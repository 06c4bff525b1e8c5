using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Creates the tables in a file, and upgrades them. Steps are only ever added.</summary>
/// <remarks>
/// Times are in milliseconds, instants since 1970 in UTC; kinds and states are the names of the enums. A version's id
/// is a <see cref="VersionKey"/>.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>"NwsD": marks a file as ours in SQLite's header.</summary>
    private const int ApplicationId = 0x4E777344;

    private const int SqlError = 1;

    private static readonly string[] Tables =
    [
        "version", "history", "host", "article", "article_key", "article_feed", "feed", "subscription", "visit",
        "store", "event", "event_delivery", "dead_letter", "version_block", "site", "robots", "site_due",
    ];

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE version (
            sequence INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            seen_at INTEGER NOT NULL,
            host TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            extractor_version INTEGER NOT NULL,
            title TEXT NOT NULL,
            article BLOB NOT NULL,
            UNIQUE (article_id, number)
        ) STRICT;
        CREATE INDEX version_by_time ON version (seen_at);
        CREATE INDEX version_by_host ON version (host);

        CREATE TABLE article (
            id TEXT PRIMARY KEY,
            url TEXT NOT NULL,
            first_seen_at INTEGER NOT NULL,
            source TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_by_time ON article (first_seen_at, id);

        CREATE TABLE article_key (
            key TEXT NOT NULL UNIQUE,
            article_id TEXT NOT NULL REFERENCES article
        ) STRICT;
        CREATE INDEX article_key_by_article ON article_key (article_id);

        CREATE TABLE article_feed (
            article_id TEXT NOT NULL REFERENCES article,
            feed_url TEXT NOT NULL,
            UNIQUE (article_id, feed_url)
        ) STRICT;
        CREATE INDEX article_feed_by_feed ON article_feed (feed_url);

        CREATE TABLE subscription (
            url TEXT NOT NULL UNIQUE,
            added_at INTEGER NOT NULL,
            title TEXT,
            source TEXT
        ) STRICT;

        CREATE TABLE visit (
            kind TEXT NOT NULL,
            target TEXT NOT NULL,
            url TEXT NOT NULL,
            due_at INTEGER,
            state TEXT NOT NULL,
            last_visited_at INTEGER,
            last_changed_at INTEGER,
            interval INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            last_status TEXT,
            last_reason TEXT,
            etag TEXT,
            last_modified TEXT,
            claim INTEGER NOT NULL,
            held_hash TEXT,
            leased_until INTEGER,
            PRIMARY KEY (kind, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX visit_by_due ON visit (due_at) WHERE due_at IS NOT NULL;
        """,
        "ALTER TABLE version ADD COLUMN container TEXT;",
        """
        ALTER TABLE article ADD COLUMN merged_into TEXT REFERENCES article;
        CREATE INDEX article_by_merge ON article (merged_into) WHERE merged_into IS NOT NULL;
        ALTER TABLE subscription ADD COLUMN filter TEXT;
        """,
        """
        ALTER TABLE version ADD COLUMN page_hash TEXT;
        """,
        """
        CREATE TABLE store (id TEXT NOT NULL) STRICT;
        INSERT INTO store VALUES (lower(hex(randomblob(16))));
        """,
        """
        ALTER TABLE version ADD COLUMN doubt TEXT;
        ALTER TABLE visit ADD COLUMN memory TEXT;
        """,
        """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            article_id TEXT NOT NULL,
            at INTEGER NOT NULL,
            number INTEGER NOT NULL,
            host TEXT NOT NULL,
            merged_into TEXT,
            reason TEXT
        ) STRICT;
        CREATE INDEX event_by_article ON event (article_id, sequence);
        INSERT INTO event (kind, article_id, at, number, host)
            SELECT CASE number WHEN 1 THEN 'FirstSeen' ELSE 'Changed' END, article_id, seen_at, number, host
            FROM version ORDER BY sequence;

        CREATE TABLE event_delivery (
            handler TEXT PRIMARY KEY,
            cursor_transaction INTEGER NOT NULL,
            cursor_sequence INTEGER NOT NULL,
            claim INTEGER NOT NULL,
            leased_until INTEGER,
            failures INTEGER NOT NULL,
            retry_at INTEGER,
            last_reason TEXT,
            memory TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE dead_letter (
            handler TEXT NOT NULL,
            cursor_transaction INTEGER NOT NULL,
            cursor_sequence INTEGER NOT NULL,
            at INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            reason TEXT,
            PRIMARY KEY (handler, cursor_transaction, cursor_sequence)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        CREATE TABLE feed (
            key INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE
        ) STRICT;
        INSERT INTO feed (url) SELECT DISTINCT feed_url FROM article_feed;

        -- The key's SHA-256 stands for the key: a long address is stored once.
        ALTER TABLE article_key RENAME TO former_article_key;
        CREATE TABLE article_key (
            key_hash BLOB PRIMARY KEY,
            key TEXT NOT NULL,
            article_id TEXT NOT NULL REFERENCES article,
            ordinal INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO article_key SELECT sha256(key), key, article_id, rowid FROM former_article_key;
        DROP TABLE former_article_key;
        CREATE INDEX article_key_by_article ON article_key (article_id, ordinal);

        -- When an article was first seen never changes: a feed's articles are read in that order.
        ALTER TABLE article_feed RENAME TO former_article_feed;
        CREATE TABLE article_feed (
            article_id TEXT NOT NULL REFERENCES article,
            feed INTEGER NOT NULL REFERENCES feed,
            ordinal INTEGER NOT NULL,
            first_seen_at INTEGER NOT NULL,
            PRIMARY KEY (article_id, feed)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO article_feed
            SELECT former.article_id, feed.key, former.rowid, article.first_seen_at
            FROM former_article_feed former
            JOIN feed ON feed.url = former.feed_url
            JOIN article ON article.id = former.article_id;
        DROP TABLE former_article_feed;
        CREATE INDEX article_feed_by_feed ON article_feed (feed, first_seen_at, article_id);
        CREATE INDEX article_by_source ON article (source, first_seen_at, id) WHERE source IS NOT NULL;

        -- The authority of the address: the text between its scheme and its path.
        ALTER TABLE visit ADD COLUMN site TEXT GENERATED ALWAYS AS (
            substr(url, instr(url, '://') + 3, instr(substr(url, instr(url, '://') + 3), '/') - 1)) VIRTUAL;
        DROP INDEX visit_by_due;
        CREATE INDEX visit_by_due ON visit (kind, due_at, target, leased_until) WHERE due_at IS NOT NULL;
        CREATE INDEX visit_by_site ON visit (kind, site, due_at, target, leased_until) WHERE due_at IS NOT NULL;
        """,
        """
        -- The rows of the former table are converted afterwards, in portions.
        ALTER TABLE version RENAME TO former_version;
        DROP INDEX version_by_time;
        DROP INDEX version_by_host;
        CREATE TABLE history (
            key INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE host (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            host INTEGER NOT NULL,
            content_hash BLOB NOT NULL,
            extractor_version INTEGER NOT NULL,
            container TEXT,
            page_hash BLOB,
            doubt TEXT,
            depth INTEGER NOT NULL CHECK (depth BETWEEN 0 AND 15),
            body BLOB NOT NULL
        ) STRICT;
        """,
        "ALTER TABLE store ADD COLUMN search_built INTEGER;",
        """
        -- Of an erased version: how, and the number of the last one before that still has its text.
        ALTER TABLE version ADD COLUMN erased INTEGER;
        ALTER TABLE version ADD COLUMN kept_before INTEGER;
        CREATE INDEX version_by_hidden_text ON version (content_hash) WHERE erased = 1;
        ALTER TABLE event ADD COLUMN actor TEXT;
        """,
        "CREATE INDEX event_besides_versions ON event (sequence, at) WHERE kind NOT IN ('FirstSeen', 'Changed');",
        """
        CREATE TABLE version_block (
            block INTEGER PRIMARY KEY,
            first_seen_at INTEGER NOT NULL,
            last_seen_at INTEGER NOT NULL
        ) STRICT;
        """,
        "ALTER TABLE event ADD COLUMN metadata TEXT;",
        """
        -- What all processes respect at a site; times are those of the machine's clock.
        CREATE TABLE site (
            name TEXT NOT NULL PRIMARY KEY,
            turn INTEGER NOT NULL,
            holder TEXT,
            turn_until INTEGER,
            last_request_at INTEGER,
            held_until INTEGER,
            holds INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE robots (
            origin TEXT NOT NULL PRIMARY KEY,
            answer TEXT NOT NULL,
            valid_until INTEGER NOT NULL
        ) STRICT;
        """,
        """
        ALTER TABLE visit ADD COLUMN worker TEXT;
        CREATE INDEX visit_by_lease ON visit (site, leased_until, worker) WHERE leased_until IS NOT NULL;

        -- When a visit to each site may be due next: never later than it is. Claims go from site to site by it.
        CREATE TABLE site_due (
            name TEXT NOT NULL PRIMARY KEY,
            feed_due_at INTEGER,
            article_due_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX site_due_by_feed ON site_due (feed_due_at) WHERE feed_due_at IS NOT NULL;
        CREATE INDEX site_due_by_article ON site_due (article_due_at) WHERE article_due_at IS NOT NULL;
        INSERT INTO site_due (name, feed_due_at, article_due_at)
            SELECT coalesce(site, ''), min(due_at) FILTER (WHERE kind = 'Feed'),
                min(due_at) FILTER (WHERE kind = 'Article')
            FROM visit WHERE due_at IS NOT NULL GROUP BY coalesce(site, '');
        """,
        """
        -- The SHA-256 stands for a long target, which indexes would repeat.
        ALTER TABLE visit ADD COLUMN long_target TEXT;
        UPDATE visit SET long_target = target, target = 'sha256:' || lower(hex(sha256(target)))
            WHERE length(CAST(target AS BLOB)) > 1000 OR substr(target, 1, 7) = 'sha256:';
        ALTER TABLE store ADD COLUMN search_skipped INTEGER NOT NULL DEFAULT 0;

        -- Without what was pruned, which may be an event of every article.
        DROP INDEX event_besides_versions;
        CREATE INDEX event_besides_versions ON event (sequence, at) WHERE kind NOT IN ('FirstSeen', 'Changed', 'Pruned');
        """,
        """
        -- The requests of a day since 1970, and how many are allowed; the row '*' counts those to all sites.
        ALTER TABLE site ADD COLUMN day INTEGER;
        ALTER TABLE site ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE site ADD COLUMN budget INTEGER;
        """,
        """
        CREATE INDEX visit_by_failures ON visit (kind, failures DESC, target, state) WHERE failures > 0;
        """,
    ];

    /// <summary>The schema version that this library writes.</summary>
    public static int Version => Steps.Length;

    /// <summary>Checks a file without changing it.</summary>
    /// <returns>Its schema version; 0 for a new file.</returns>
    /// <exception cref="VersionStoreException">It has a later version, or belongs to another program.</exception>
    public static int Check(SqliteConnection connection, string path)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        return Find(connection, path);
    }

    /// <summary>Checks that a file is one of ours, of this version or an earlier one.</summary>
    /// <exception cref="VersionStoreException">It is not.</exception>
    public static void CheckOurs(SqliteConnection connection, string path)
    {
        if (Check(connection, path) == 0)
        {
            throw new VersionStoreException($"The file '{path}' is empty. Name another file.");
        }
    }

    /// <summary>Checks that a file can be read as it is.</summary>
    /// <exception cref="VersionStoreException">It must be upgraded first, or cannot be used.</exception>
    public static void CheckPresent(SqliteConnection connection, string path)
    {
        CheckOurs(connection, path);
        if (Find(connection, path) < Version || new SqliteConversion(connection, progress: null).IsDue)
        {
            throw new VersionStoreException(
                $"The file '{path}' is of an earlier version of NewsDiff. Open it once for writing, which upgrades it.")
            {
                IsReadOnly = true,
            };
        }

        CheckTables(connection, path);
    }

    /// <summary>Applies all missing steps, or none of them.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        connection.CreateFunction("sha256", static (string key) => KeyHash.OfStored(key), isDeterministic: true);
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);

        // Read again under the lock: another process may have taken the steps meanwhile.
        for (int version = Find(connection, path); version < Version; version++)
        {
            try
            {
                connection.Execute(Steps[version]);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == SqlError)
            {
                throw Damaged(
                    path, $"it cannot be upgraded to schema version {version + 1} ({exception.Message})", exception);
            }
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}");
        connection.Execute($"PRAGMA user_version = {Version}");
        transaction.Commit();
    }

    /// <summary>Verifies that all tables exist and are tables.</summary>
    /// <remarks>A view with the same name could return anything.</remarks>
    /// <exception cref="VersionStoreException">A table is missing.</exception>
    public static void CheckTables(SqliteConnection connection, string path)
    {
        HashSet<string> tables = connection.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table'", static row => row.GetString(0))
            .ToHashSet(StringComparer.Ordinal);
        if (Tables.FirstOrDefault(table => !tables.Contains(table)) is { } missing)
        {
            throw Damaged(path, $"it has no table '{missing}'");
        }
    }

    private static VersionStoreException Damaged(string path, string what, Exception? cause = null) =>
        new($"The file '{path}' is damaged: {what}. Restore it from a backup, or name another file.", cause);

    private static int Find(SqliteConnection connection, string path)
    {
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }

        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new VersionStoreException(
                $"The file '{path}' is a SQLite database of another program. Name another file.");
        }

        int version = Number(connection, "PRAGMA user_version");
        if (version < 1)
        {
            throw Damaged(path, $"its schema version is {version}");
        }

        return version <= Version ? version : throw VersionStoreException.NewerSchema(path, version, Version);
    }

    private static int Number(SqliteConnection connection, string sql) =>
        connection.Query(sql, row => row.GetInt32(0))[0];
}
