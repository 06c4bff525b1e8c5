using Microsoft.Data.Sqlite;
using NewsDiff.Storage;

namespace NewsDiff.Sqlite.Tests;

/// <summary>Files as earlier releases wrote them: their statements, word for word.</summary>
internal static class FormerFile
{
    /// <summary>The last schema version whose versions were plain rows.</summary>
    public const int Version = 6;

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
    ];

    /// <summary>Makes an empty file.</summary>
    public static void Create(string path, int version)
    {
        Execute(path, string.Join("\n", Steps[..version]));
        Execute(path, $"PRAGMA application_id = 0x4E777344; PRAGMA user_version = {version}; PRAGMA journal_mode = WAL");
    }

    /// <summary>Appends a version.</summary>
    public static void Append(string path, ArticleVersion version, long sequence) => Execute(
        path,
        """
        INSERT INTO version (sequence, article_id, number, seen_at, host, content_hash, extractor_version, title, article)
        VALUES (@sequence, @id, @number, @seen_at, @host, @hash, @extractor, @title, @article)
        """,
        ("@sequence", sequence),
        ("@id", version.ArticleId),
        ("@number", version.Number),
        ("@seen_at", version.SeenAt.ToUnixTimeMilliseconds()),
        ("@host", version.Host),
        ("@hash", version.ContentHash),
        ("@extractor", version.ExtractorVersion),
        ("@title", version.Article.Title),
        ("@article", ArticleJson.Serialize(version.Article)));

    /// <summary>Runs statements.</summary>
    public static void Execute(string path, string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
