using NewsDiff.Storage;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Databases as earlier releases wrote them: their statements, word for word.</summary>
internal static class FormerDatabase
{
    /// <summary>The last schema version whose versions were plain rows.</summary>
    public const int Version = 6;

    private static readonly string[] Steps =
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
    ];

    /// <summary>Makes the tables of an earlier schema version.</summary>
    public static async Task CreateAsync(string connectionString, int version)
    {
        await ExecuteAsync(connectionString, "CREATE SCHEMA newsdiff");
        foreach (string step in Steps[..version])
        {
            await ExecuteAsync(connectionString, step);
        }

        await ExecuteAsync(connectionString, $"UPDATE newsdiff.schema_version SET version = {version}");
    }

    /// <summary>Appends a version.</summary>
    public static Task AppendAsync(string connectionString, ArticleVersion version) => ExecuteAsync(
        connectionString,
        """
        INSERT INTO newsdiff.version (article_id, number, seen_at, host, content_hash, extractor_version, title, article)
        VALUES (@id, @number, @seen_at, @host, @hash, @extractor, @title, @article)
        """,
        ("@id", version.ArticleId),
        ("@number", version.Number),
        ("@seen_at", version.SeenAt),
        ("@host", version.Host),
        ("@hash", version.ContentHash),
        ("@extractor", version.ExtractorVersion),
        ("@title", version.Article.Title),
        ("@article", ArticleJson.Serialize(version.Article)));

    /// <summary>Runs statements.</summary>
    public static async Task ExecuteAsync(
        string connectionString, string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }
}
