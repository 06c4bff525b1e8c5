using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>Foreign files: nothing in them runs, and an unreadable value is reported with its place.</summary>
public sealed class TamperedFileTests : IDisposable
{
    /// <summary>Values as SQL writes them; the last ones are large.</summary>
    private static readonly string[] BadValues =
    [
        "NULL", "''", "'x'", "'relative/address'", "'http://[bad'", "-1", "0", "2147483648", "9223372036854775807",
        "-9223372036854775808", "1.5", "x'ff'",
        "x'7b7d'", "'+url:('", "'+url:(a)\\1'", "char(26) || 'zz'", "'{\"title\":null}'", "'Unknown'", "'99'",
        "zeroblob(2000000)", "replace(hex(zeroblob(500000)), '00', '[')",
        "CAST('{\"url\":\"https://a.example/\",\"title\":null}' AS BLOB)",
        "CAST('{\"url\":\"x\",\"title\":\"t\"}' AS BLOB)",
        "CAST('{\"url\":\"https://a.example/\",\"title\":\"t\",\"paragraphs\":[null]}' AS BLOB)",
        "CAST('{\"url\":\"https://a.example/\",\"title\":\"t\",\"paragraphs\":[{\"text\":\"t\",\"kind\":99}]}' AS BLOB)",
        "CAST('{\"url\":\"https://a.example/\",\"title\":\"t\",\"authors\":[null]}' AS BLOB)",
        "CAST('{\"url\":\"https://a.example/\",\"title\":\"t\",\"publishedAt\":\"99\"}' AS BLOB)",
    ];

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["version"] =
            "id sequence seen_at host content_hash extractor_version container page_hash doubt depth body",
        ["history"] = "key article_id",
        ["host"] = "key name",
        ["feed"] = "key url",
        ["article"] = "id url first_seen_at source merged_into",
        ["article_key"] = "key_hash key article_id ordinal",
        ["article_feed"] = "article_id feed ordinal first_seen_at",
        ["subscription"] = "url added_at title source filter",
        ["visit"] =
            "kind target url due_at state last_visited_at last_changed_at interval failures last_status last_reason "
            + "etag last_modified claim held_hash leased_until",
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public static TheoryData<string, string> Columns =>
        [.. Tables.SelectMany(table => table.Value.Split(' ').Select(column => (table.Key, column)))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Whatever_a_column_holds_only_the_store_s_own_exception_comes_out(string table, string column)
    {
        await FillAsync();
        byte[] whole = await File.ReadAllBytesAsync(DatabasePath, Token);
        foreach (string value in BadValues)
        {
            await File.WriteAllBytesAsync(DatabasePath, whole, Token);
            Loosen(table);
            if (!TryExecute($"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT max(rowid) FROM {table})"))
            {
                continue;
            }

            await UseAllAsync($"{table}.{column} = {value}");
        }
    }

    [Fact]
    public async Task An_unreadable_version_is_reported_with_table_row_and_column_and_those_before_it_are_read()
    {
        await FillAsync();
        Execute("UPDATE version SET body = x'00' WHERE id = (SELECT max(id) FROM version)");
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);

        List<int> read = [];
        var fault = await Assert.ThrowsAsync<VersionStoreException>(async () =>
        {
            await foreach (ArticleVersion version in store.ReadVersionsAsync(new VersionQuery(), Token))
            {
                read.Add(version.Number);
            }
        });

        Assert.Equal([1], read);
        foreach (string part in (string[])["'version'", "'body'", "article_id 'a'", "number '2'", "Restore"])
        {
            Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON version BEGIN DELETE FROM version; END")]
    [InlineData(
        "CREATE TRIGGER t BEFORE UPDATE ON visit BEGIN UPDATE subscription SET url = 'http://evil.example/'; END")]
    [InlineData("CREATE VIEW v AS SELECT load_extension('evil')")]
    public async Task What_somebody_added_to_the_schema_does_not_run(string sql)
    {
        await FillAsync();
        Execute(sql);
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);

        await store.AppendAsync(Drafts.Of("a", "three"), Token);
        foreach (Visit visit in await store.ReadVisitsAsync(Token).ToListAsync(Token))
        {
            await store.SaveVisitAsync(visit, Token);
        }

        Assert.Equal(3, await store.ReadVersionsAsync(new VersionQuery(), Token).CountAsync(Token));
        Assert.Equal(
            "https://news.example/feed", (await store.ReadSubscriptionsAsync(Token).FirstAsync(Token)).Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("ALTER TABLE version RENAME TO old; CREATE VIEW version AS SELECT * FROM old")]
    [InlineData("DROP TABLE visit")]
    [InlineData("DROP TABLE store")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA user_version = -1")]
    public async Task A_schema_without_our_tables_is_refused(string sql)
    {
        await FillAsync();
        Execute(sql);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token));

        Assert.Contains(DatabasePath, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Restore it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_opened_as_untrusted()
    {
        using var database = new SqliteDatabase(DatabasePath, options: null);

        int[] settings = await database.ReadAsync(
            connection => connection.Query(
                "SELECT trusted_schema FROM pragma_trusted_schema UNION ALL SELECT 1 - cell_size_check FROM "
                + "pragma_cell_size_check",
                row => row.GetInt32(0)).ToArray(), Token);

        Assert.Equal([0, 0], settings);
        await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync(
            connection => connection.Execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql"),
            Token));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86_400 * 30)]
    public void A_wait_that_cannot_be_is_refused(int seconds)
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SqliteStoreOptions { BusyTimeout = TimeSpan.FromSeconds(seconds) });

        Assert.Contains("BusyTimeout", fault.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        var feed = new Uri("https://news.example/feed");
        var filter = new EntryFilter(["url:/a"]);
        await store.AddSubscriptionAsync(
            new Subscription { Url = feed, AddedAt = DateTimeOffset.UnixEpoch, Filter = filter }, Token);
        var registration = new ArticleRegistration
        {
            Keys = ["a"],
            Url = new Uri("https://news.example/a"),
            SeenAt = DateTimeOffset.UnixEpoch,
            FeedUrl = feed,
        };
        TrackedArticle article = await store.RegisterAsync(registration, Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        await store.SaveVisitAsync(
            new Visit
            {
                Kind = VisitKind.Article,
                Target = article.Id,
                Url = article.Url,
                DueAt = DateTimeOffset.UnixEpoch,
                LastStatus = FetchStatus.Fetched,
            }, Token);
    }

    /// <summary>Removes the checks of a table, as an attacker would.</summary>
    private void Loosen(string table)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT group_concat(name, ', ') FROM pragma_table_info('{table}')";
        string columns = (string)command.ExecuteScalar()!;
        string declared = table switch
        {
            "version" => $"{columns}, PRIMARY KEY (id)".Replace("id, seq", "id INTEGER, seq", StringComparison.Ordinal),
            "history" => "key INTEGER PRIMARY KEY, article_id UNIQUE",
            "host" => "key INTEGER PRIMARY KEY, name UNIQUE",
            "feed" => "key INTEGER PRIMARY KEY, url UNIQUE",
            "visit" => $"{columns}, site AS (url), UNIQUE (kind, target)",
            "article_key" => $"{columns}, UNIQUE (key_hash)",
            "article_feed" => $"{columns}, UNIQUE (article_id, feed)",
            "subscription" => $"{columns}, UNIQUE (url)",
            _ => $"{columns}, PRIMARY KEY (id)",
        };
        command.CommandText =
            $"PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; ALTER TABLE {table} RENAME TO "
            + $"strict_{table}; CREATE TABLE {table} ({declared}); "
            + $"INSERT INTO {table} SELECT {columns} FROM strict_{table}; DROP TABLE strict_{table};";
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a command, unless SQLite keeps such a value out whatever the schema says: from a rowid.</summary>
    private bool TryExecute(string sql)
    {
        const int Mismatch = 20;
        try
        {
            Execute(sql);
            return true;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Mismatch)
        {
            return false;
        }
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    private async Task UseAllAsync(string what)
    {
        Func<SqliteVersionStore, Task>[] uses =
        [
            async store => await store.FindLatestAsync("a", Token),
            async store => await store.ReadVersionsAsync(new VersionQuery(), Token).ToListAsync(Token),
            async store => await store.ReadVersionsAsync(
                new VersionQuery { NewestFirst = true, ArticleId = "a" }, Token).ToListAsync(Token),
            async store => await store.ReadChangesAsync(new VersionQuery(), Token).ToListAsync(Token),
            async store => await store.AppendAsync(Drafts.Of("a", "three"), Token),
            async store => await store.FindByKeyAsync("a", Token),
            async store => await store.ReadArticlesAsync(new ArticleQuery { IncludesMerged = true }, Token)
                .ToListAsync(Token),
            async store => await store.RegisterAsync(
                new ArticleRegistration
                {
                    Keys = ["a", "b"],
                    Url = new Uri("https://news.example/b"),
                    SeenAt = DateTimeOffset.UnixEpoch,
                }, Token),
            async store => await store.MergeAsync("a", "b", Token),
            async store => await store.ReadSubscriptionsAsync(Token).ToListAsync(Token),
            async store => await store.RemoveSubscriptionAsync(new Uri("https://news.example/other"), Token),
            async store => await store.AddSubscriptionAsync(
                new Subscription { Url = new Uri("https://news.example/feed"), AddedAt = DateTimeOffset.UnixEpoch },
                Token),
            async store => await store.FindVisitAsync(VisitKind.Article, ArticleRegistration.ComputeId("a"), Token),
            async store => await store.ReadVisitsAsync(Token).ToListAsync(Token),
            async store => await store.ClaimDueAsync(
                new VisitClaim { Now = DateTimeOffset.UtcNow, Lease = TimeSpan.FromMinutes(1), Limit = 10 }, Token),
        ];
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        for (int i = 0; i < uses.Length; i++)
        {
            try
            {
                await uses[i](store);
            }
            catch (VersionStoreException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}, use {i}: {fault}"));
            }
        }
    }
}
