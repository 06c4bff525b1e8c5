using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using ZstdSharp;

namespace NewsDiff.Sqlite.Tests;

/// <summary>A version whose rows were changed is reported, never read as another text.</summary>
public sealed class SqliteDamagedVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DELETE FROM version WHERE id & 16777215 = 1", 2)]
    [InlineData("DELETE FROM version WHERE id & 16777215 = 3", 4)]
    [InlineData("UPDATE version SET depth = 0 WHERE id & 16777215 = 3", 3)]
    [InlineData("UPDATE version SET depth = 15 WHERE id & 16777215 = 2", 2)]
    [InlineData("UPDATE version SET depth = 1 WHERE id & 16777215 = 1", 1)]
    [InlineData("UPDATE version SET body = (SELECT body FROM version b WHERE b.id & 16777215 = 5) WHERE id & 16777215 = 4", 4)]
    [InlineData("UPDATE version SET body = substr(body, 1, length(body) - 1) WHERE id & 16777215 = 2", 2)]
    [InlineData("UPDATE version SET body = zeroblob(9) WHERE id & 16777215 = 2", 2)]
    public async Task A_chain_that_was_cut_or_mixed_up_is_reported_with_article_and_number(string sql, int number)
    {
        await using SqliteVersionStore store = await FilledAsync();
        Execute(sql);

        var fault = await Assert.ThrowsAsync<VersionStoreException>(
            async () => await store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token).CountAsync(Token));
        await Assert.ThrowsAsync<VersionStoreException>(async () => await store.FindLatestAsync("a", Token));
        await Assert.ThrowsAsync<VersionStoreException>(
            async () => await store.AppendAsync(Drafts.Of("a", "another"), Token));

        Assert.Contains("article_id 'a'", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"number '{number}'", fault.Message, StringComparison.Ordinal);
        Assert.True((await store.AppendAsync(Drafts.Of("b", "another"), Token)).IsAppended);
    }

    [Fact]
    public async Task A_body_that_unpacks_to_gigabytes_is_reported_and_not_unpacked()
    {
        await using SqliteVersionStore store = await FilledAsync();
        using var compressor = new Compressor(1);
        byte[] frame = compressor.Wrap(new byte[64 << 20]).ToArray();
        byte[] bomb = [1, .. new byte[8], .. Enumerable.Repeat(frame, 32).SelectMany(bytes => bytes)];
        Execute("UPDATE version SET depth = 0, body = @body WHERE id & 16777215 = 2", bomb);
        long before = GC.GetTotalAllocatedBytes();

        await Assert.ThrowsAsync<VersionStoreException>(
            async () => await store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token).CountAsync(Token));

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 16 << 20);
    }

    [Fact]
    public async Task Another_process_that_appends_meanwhile_is_what_the_next_version_follows()
    {
        await using SqliteVersionStore store = await FilledAsync();
        await using SqliteVersionStore other = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);

        for (int i = 0; i < 20; i++)
        {
            await Task.WhenAll(
                store.AppendAsync(Drafts.Of("a", $"left {i}"), Token).AsTask(),
                other.AppendAsync(Drafts.Of("a", $"right {i}"), Token).AsTask());
        }

        List<ArticleVersion> versions = await store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token)
            .ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, 6 + 40), versions.Select(version => version.Number));
        Assert.All(
            versions, version => Assert.Equal(ContentHash.Compute(version.Article), version.ContentHash));
    }

    [Fact]
    public async Task A_version_is_found_by_a_few_rows_however_many_there_are()
    {
        await using SqliteVersionStore store = await FilledAsync();
        for (int i = 0; i < 100; i++)
        {
            await store.AppendAsync(Drafts.Of("c", $"The ferry is late by {i} minutes."), Token);
        }

        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT max(depth) FROM version WHERE depth < {VersionBody.LongestChain}";
        Assert.Equal((long)VersionBody.LongestChain - 1, command.ExecuteScalar());
        Assert.Equal(
            "The ferry is late by 99 minutes.",
            (await store.FindLatestAsync("c", Token))!.Article.Paragraphs[0].Text);
    }

    private async Task<SqliteVersionStore> FilledAsync()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token);
        for (int i = 0; i < 6; i++)
        {
            await store.AppendAsync(
                Drafts.Of("a", $"The ferry to the island is late by {i} minutes, and the mayor is sorry."), Token);
        }

        return store;
    }

    private void Execute(string sql, byte[]? body = null)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@body", body ?? []);
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
