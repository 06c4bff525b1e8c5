using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

public sealed class PartitionedVersionTests(PostgreSqlCluster cluster) : VersionStoreContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await PartitionedDatabase.OpenAsync(cluster);
}

public sealed class PartitionedReadingTests(PostgreSqlCluster cluster) : VersionReadingContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await PartitionedDatabase.OpenAsync(cluster);
}

public sealed class PartitionedConcurrencyTests(PostgreSqlCluster cluster) : ConcurrentAppendContract
{
    protected override int Writers => 4;

    protected override async Task<IVersionStore> OpenAsync() =>
        await PartitionedDatabase.OpenAsync(cluster);
}

public sealed class PartitionedCareTests(PostgreSqlCluster cluster) : VersionCareContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await PartitionedDatabase.OpenAsync(cluster);

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

/// <summary>The script that divides the versions keeps all of them, and each article in one partition.</summary>
public sealed class PostgreSqlPartitionTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_in_use_is_divided_and_goes_on()
    {
        string database = await cluster.CreateDatabaseAsync();
        var options = new PostgreSqlStoreOptions { Search = true };
        List<string> before;
        await using (PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, options, Token))
        {
            await FillAsync(store, from: 0);
            await store.HideAsync(
                new VersionQuery { ArticleId = "article 7", FromNumber = 2, ToNumber = 2 }, "Why.", "Ann", Drafts.Noon,
                Token);
            before = await ReadAsync(store);
        }

        await PartitionedDatabase.DivideAsync(cluster, database);

        await using PostgreSqlVersionStore divided = await PostgreSqlVersionStore.OpenAsync(database, options, Token);
        Assert.Equal(before, await ReadAsync(divided));
        await FillAsync(divided, from: 3);
        Assert.Equal(before.Count * 2, (await ReadAsync(divided)).Count);
        await cluster.SettleAsync();
        Assert.Empty(await divided.VerifyAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(40, await divided.SearchAsync("\"state 5\"", null, Token).CountAsync(Token));
        Assert.Equal(40, await divided.SearchAsync("\"state 0\"", null, Token).CountAsync(Token));
        (long partitions, long most) = await CountAsync(database);
        Assert.InRange(partitions, 10, 16);
        Assert.Equal(1, most);
    }

    private static async Task FillAsync(PostgreSqlVersionStore store, int from)
    {
        for (int state = from; state < from + 3; state++)
        {
            for (int article = 0; article < 40; article++)
            {
                await store.AppendAsync(Drafts.Of($"article {article}", $"The ferry is in state {state} now."), Token);
            }
        }
    }

    private static async Task<List<string>> ReadAsync(PostgreSqlVersionStore store) =>
        await store.ReadVersionsAsync(new VersionQuery(), Token)
            .Select(version => $"{version} {version.ContentHash} {version.IsHidden}").ToListAsync(Token);

    /// <summary>How many partitions have versions, and over how many the versions of an article are spread.</summary>
    private static async Task<(long Partitions, long Most)> CountAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(DISTINCT tableoid), (SELECT max(c) FROM (
                SELECT count(DISTINCT tableoid) AS c FROM newsdiff.version GROUP BY id >> 24) x)
            FROM newsdiff.version
            """,
            connection);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(Token);
        await row.ReadAsync(Token);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
