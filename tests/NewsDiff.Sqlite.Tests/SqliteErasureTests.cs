using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite.Tests;

/// <summary>What was taken down is in no byte of the file or of its log.</summary>
public sealed class SqliteErasureTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task The_stored_bytes_of_a_hidden_version_are_in_no_file(int number)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        var random = new Random(number);
        for (int round = 1; round <= 8; round++)
        {
            // Other articles between the versions move rows from page to page.
            for (int article = 0; article < 40; article++)
            {
                await store.AppendAsync(Drafts.Of($"a{article}", Words(random, 60 + (article * 20))), Token);
            }
        }

        byte[][] traces = [.. Enumerable.Range(0, 40).Select(article => TraceOf($"a{article}", number))];
        Assert.All(traces, trace => Assert.True(IsInAnyFile(trace)));

        for (int article = 0; article < 40; article++)
        {
            var query = new VersionQuery { ArticleId = $"a{article}", FromNumber = number, ToNumber = number };
            await store.HideAsync(query, "A court ordered it.", "Ann", Noon, Token);
        }

        Assert.All(traces, trace => Assert.False(IsInAnyFile(trace)));
        Assert.Empty(await store.VerifyAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_text_that_an_earlier_release_stored_is_in_no_file_after_its_takedown()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        string words = Words(new Random(5), 900);
        var article = new Article { Url = new Uri("https://news.example/1"), Title = "Title", Paragraphs = [words] };
        var version = new ArticleVersion
        {
            ArticleId = "a",
            Number = 1,
            SeenAt = Noon,
            Article = article,
            ContentHash = ContentHash.Compute(article),
        };
        FormerFile.Append(DatabasePath, version, sequence: 1);
        byte[] trace = Encoding.UTF8.GetBytes(words[200..260]);
        Assert.True(IsInAnyFile(trace));
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);

        await store.HideAsync(new VersionQuery { ArticleId = "a" }, "A court ordered it.", "Ann", Noon, Token);

        Assert.False(IsInAnyFile(trace));
    }

    [Fact]
    public async Task A_reader_that_holds_the_log_makes_the_takedown_say_so_and_a_repetition_ends_it()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, new SqliteStoreOptions { BusyTimeout = TimeSpan.Zero }, Token);
        await store.AppendAsync(Drafts.Of("a", Words(new Random(1), 300)), Token);
        byte[] trace = TraceOf("a", 1);
        var query = new VersionQuery { ArticleId = "a" };
        using (SqliteConnection reader = Connect())
        {
            using SqliteTransaction transaction = reader.BeginTransaction(deferred: true);
            using SqliteCommand command = reader.CreateCommand();
            command.CommandText = "SELECT count(*) FROM version";
            command.ExecuteScalar();

            var fault = await Assert.ThrowsAsync<VersionStoreException>(
                async () => await store.HideAsync(query, "A court ordered it.", "Ann", Noon, Token));

            Assert.Contains("Repeat the call later", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await store.HideAsync(query, "A court ordered it.", "Ann", Noon, Token));
        Assert.False(IsInAnyFile(trace));
    }

    /// <summary>Some bytes of the stored text that nothing else has.</summary>
    private byte[] TraceOf(string articleId, int number)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT substr(body, length(body) / 2, 24) FROM version
            WHERE id = (SELECT key FROM history WHERE article_id = @article) * 16777216 + @number
            """;
        command.Parameters.AddWithValue("@article", articleId);
        command.Parameters.AddWithValue("@number", number);
        return (byte[])command.ExecuteScalar()!;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private bool IsInAnyFile(byte[] trace) => Directory.EnumerateFiles(Path.GetDirectoryName(DatabasePath)!)
        .Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(trace) >= 0;
        });

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(36 * 36 * 36 * 36).ToString("x", null)));
}
