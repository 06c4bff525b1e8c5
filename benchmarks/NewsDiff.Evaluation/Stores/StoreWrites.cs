using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.Evaluation.Stores;

/// <summary>The size of real versions in a store, and the speed of appends beside raw inserts.</summary>
internal static class StoreWrites
{
    /// <summary>Raw inserts and appends take turns after so many, so that both meet the same machine.</summary>
    private const int Turn = 50;

    internal static async Task MeasureAsync(DirectoryInfo revisions, string? postgresql, CancellationToken token)
    {
        List<VersionDraft> drafts = Read(revisions);
        long plain = drafts.Sum(draft => (long)PlainOf(draft).Length);
        Console.WriteLine($"{drafts.Count} versions with {plain} bytes of plain text");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("newsdiff-store-");
        try
        {
            // Once before: what is measured is no start of a program.
            await SqliteAsync(Path.Combine(folder.FullName, "first.db"), drafts, SqliteDurability.Normal, token);
            foreach (SqliteDurability durability in Enum.GetValues<SqliteDurability>())
            {
                string path = Path.Combine(folder.FullName, $"{durability}.db");
                await SqliteAsync(path, drafts, durability, token);
                PrintSize(new FileInfo(path).Length, plain);
            }

            if (postgresql is not null)
            {
                await PostgreSqlAsync(postgresql, drafts, token);
                PrintSize(await SizeAsync(postgresql, token), plain);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void PrintSize(long size, long plain) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"size {100.0 * size / plain:f1} % of the plain text, indexes included"));

    /// <summary>Times both in turns, and prints the median of their ratios.</summary>
    private static async Task CompareAsync(
        string name, List<VersionDraft> drafts, IVersionStore store, Func<VersionDraft, Task> insert,
        CancellationToken token)
    {
        List<(double Raw, double Appended)> turns = [];
        foreach (VersionDraft[] some in drafts.Chunk(Turn))
        {
            long start = Stopwatch.GetTimestamp();
            foreach (VersionDraft draft in some)
            {
                await insert(draft);
            }

            long middle = Stopwatch.GetTimestamp();
            foreach (VersionDraft draft in some)
            {
                await store.AppendAsync(draft, token);
            }

            turns.Add((
                Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds / some.Length,
                Stopwatch.GetElapsedTime(middle).TotalMilliseconds / some.Length));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: raw insert {Median(turns.Select(turn => turn.Raw)):f3} ms, append "
            + $"{Median(turns.Select(turn => turn.Appended)):f3} ms, speed of appends "
            + $"{100 * Median(turns.Select(turn => turn.Raw / turn.Appended)):f0} % of raw inserts (medians of turns)"));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task SqliteAsync(
        string path, List<VersionDraft> drafts, SqliteDurability durability, CancellationToken token)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            path, new SqliteStoreOptions { Durability = durability }, token);
        await using var connection = new SqliteConnection($"Data Source={path}.raw;Pooling=False");
        await connection.OpenAsync(token);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {durability}; "
            + "CREATE TABLE v (id INTEGER PRIMARY KEY, article TEXT, body TEXT); CREATE INDEX i ON v (article)";
        await command.ExecuteNonQueryAsync(token);
        command.CommandText = "INSERT INTO v (article, body) VALUES (@article, @body)";
        await CompareAsync(
            $"SQLite, {durability}",
            drafts,
            store,
            draft =>
            {
                command.Parameters.Clear();
                command.Parameters.AddWithValue("@article", draft.ArticleId);
                command.Parameters.AddWithValue("@body", Encoding.UTF8.GetString(PlainOf(draft)));
                return command.ExecuteNonQueryAsync(token);
            },
            token);
    }

    private static async Task PostgreSqlAsync(string connection, List<VersionDraft> drafts, CancellationToken token)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
        await using (NpgsqlCommand command = source.CreateCommand(
            "DROP SCHEMA IF EXISTS writes CASCADE; DROP TABLE IF EXISTS raw; "
            + "CREATE TABLE raw (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
            + "article text, body text); CREATE INDEX ON raw (article)"))
        {
            await command.ExecuteNonQueryAsync(token);
        }

        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            source, new PostgreSqlStoreOptions { Schema = "writes" }, token);
        await CompareAsync(
            "PostgreSQL",
            drafts,
            store,
            async draft =>
            {
                await using NpgsqlCommand insert = source.CreateCommand(
                    "INSERT INTO raw (article, body) VALUES (@article, @body)");
                insert.Parameters.AddWithValue("@article", draft.ArticleId);
                insert.Parameters.AddWithValue("@body", Encoding.UTF8.GetString(PlainOf(draft)));
                await insert.ExecuteNonQueryAsync(token);
            },
            token);
    }

    private static async Task<long> SizeAsync(string connection, CancellationToken token)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connection);
        await using NpgsqlCommand command = source.CreateCommand(
            """
            SELECT sum(pg_total_relation_size(format('%I.%I', schemaname, tablename)))::bigint
            FROM pg_tables WHERE schemaname = 'writes'
            """);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private static byte[] PlainOf(VersionDraft draft) => Encoding.UTF8.GetBytes(
        string.Join('\n', [draft.Article.Title, .. draft.Article.Paragraphs.Select(paragraph => paragraph.Text)]));

    /// <summary>The versions of each article that a store would keep, one after the other.</summary>
    private static List<VersionDraft> Read(DirectoryInfo folder)
    {
        List<VersionDraft> drafts = [];
        foreach (FileInfo file in folder.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal)
            .Where(file => file.Name.StartsWith("posts_", StringComparison.Ordinal)
                || file.Name.StartsWith("wikipedia_", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(new GZipStream(file.OpenRead(), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                drafts.AddRange(Read(line));
            }
        }

        return drafts;
    }

    private static List<VersionDraft> Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        string? hash = null;
        List<VersionDraft> drafts = [];
        foreach (JsonElement version in root.GetProperty("versions").EnumerateArray())
        {
            var draft = new VersionDraft
            {
                ArticleId = ArticleRegistration.ComputeId(root.GetProperty("id").GetString()!),
                SeenAt = StoreContents.Start.AddHours(drafts.Count),
                Article = new Article
                {
                    Url = new Uri(root.GetProperty("url").GetString() ?? "https://news.example/"),
                    Title = version.GetProperty("title").GetString() ?? "",
                    Paragraphs =
                    [
                        .. version.GetProperty("paragraphs").EnumerateArray()
                            .Select(paragraph => new Paragraph(paragraph.GetString()!)),
                    ],
                },
            };
            string next = ContentHash.Compute(draft.Article);
            if (next != hash)
            {
                drafts.Add(draft);
                hash = next;
            }
        }

        return drafts;
    }
}
