using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsDiff.PostgreSql;
using NewsDiff.Search;
using NewsDiff.Sqlite;
using Npgsql;

namespace NewsDiff.Evaluation.Stores;

/// <summary><c>search</c>: builds the search index of a database that <c>store</c> filled, and times queries.</summary>
internal static class SearchCommand
{
    private const int Rounds = 40;
    private const int HitsWanted = 20;

    internal static Command Create()
    {
        var sqlite = new Option<FileInfo?>("--sqlite") { Description = "The file, filled by 'store --sqlite'." };
        var postgresql = new Option<string?>("--postgresql") { Description = "The connection string of a database." };
        var command = new Command("search", "Builds search indexes and times queries.") { sqlite, postgresql };
        command.SetAction(async (parse, token) =>
        {
            if (parse.GetValue(sqlite) is { } file)
            {
                long start = Stopwatch.GetTimestamp();
                long before = file.Length;
                await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
                    file.FullName,
                    new SqliteStoreOptions
                    {
                        Search = true,
                        Durability = SqliteDurability.Normal,
                        UpgradeProgress = new Shares(),
                    },
                    token);
                Report("SQLite", start, await SizeOfFileAsync(file));
                Console.WriteLine($"the file had {before} bytes before");
                await TimeAllAsync(store, token);
            }

            if (parse.GetValue(postgresql) is { } connection)
            {
                long start = Stopwatch.GetTimestamp();
                await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
                    connection, new PostgreSqlStoreOptions { Search = true, UpgradeProgress = new Shares() }, token);
                Report("PostgreSQL", start, await SizeOfTablesAsync(connection));
                await TimeAllAsync(store, token);
            }

            return 0;
        });
        return command;
    }

    private static void Report(string name, long start, string size) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: opened with its index in {Stopwatch.GetElapsedTime(start).TotalSeconds:f0} s; {size}"));

    private static async Task<string> SizeOfFileAsync(FileInfo file)
    {
        await using var connection = new SqliteConnection($"Data Source={file.FullName};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT sum(length(block)) FROM search_text_data), (SELECT count(*) FROM search_row),
                (SELECT count(*) FROM version)
            """;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        file.Refresh();
        return $"terms {reader.GetInt64(0)} bytes, {reader.GetInt64(1)} rows, {reader.GetInt64(2)} versions, "
            + $"file {file.Length}";
    }

    private static async Task<string> SizeOfTablesAsync(string connectionString)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlCommand command = source.CreateCommand(
            """
            SELECT pg_table_size('newsdiff.search_row'), pg_indexes_size('newsdiff.search_row'),
                pg_total_relation_size('newsdiff.version')
            """);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return $"rows {reader.GetInt64(0)} bytes, their indexes {reader.GetInt64(1)}, versions {reader.GetInt64(2)}";
    }

    private static async Task TimeAllAsync(ISearchableStore store, CancellationToken token)
    {
        Console.WriteLine("| query, 20 hits | p50 ms | p95 ms | most ms |");
        Console.WriteLine("|---|---|---|---|");
        var random = new Random(3);
        string Common() => StoreContents.WordOf(random.Next(1, 20));
        string Medium() => StoreContents.WordOf(random.Next(100, 400));
        string Rare() => StoreContents.WordOf(random.Next(2_000, 4_000));
        string Site() => StoreContents.SiteOf(random.Next(1_000_000));
        await TimeAsync("a common word", Common, store, token);
        await TimeAsync("a word", Medium, store, token);
        await TimeAsync("a rare word", Rare, store, token);
        await TimeAsync("two words", () => $"{Medium()} {Medium()}", store, token);
        await TimeAsync("three rare words", () => $"{Rare()} {Rare()} {Rare()}", store, token);
        await TimeAsync("a common and a rare word", () => $"{Common()} {Rare()}", store, token);
        await TimeAsync("a phrase of common words", () => $"\"{Common()} {Common()}\"", store, token);
        await TimeAsync("a phrase of two words", () => $"\"{Medium()} {Medium()}\"", store, token);
        await TimeAsync("a word, not another", () => $"{Medium()} -{Common()}", store, token);
        await TimeAsync(
            "8 words with OR", () => string.Join(" OR ", Enumerable.Repeat(0, 8).Select(_ => Medium())), store, token);
        await TimeAsync("a word of a source", () => $"{Medium()} source:source{random.Next(100)}", store, token);
        await TimeAsync("a common word of a small host", () => $"{Common()} host:{Site()}", store, token);
        await TimeAsync("a word in an old month", () => $"{Medium()} since:2025-08-01 until:2025-09-01", store, token);
        await TimeAsync("a rare word until an old day", () => $"{Rare()} until:2025-08-01", store, token);
        await TimeAsync("a removed word", () => $"kind:removed {Medium()}", store, token);
        await TimeAsync("an added word", () => $"kind:added {Medium()}", store, token);
        await TimeAsync("a word of titles", () => $"kind:title {Medium()}", store, token);
        await TimeAsync("a word of third versions", () => $"version:3 {Medium()}", store, token);
        await TimeAsync("all that was removed", () => "kind:removed", store, token);
    }

    private static async Task TimeAsync(
        string name, Func<string> query, ISearchableStore store, CancellationToken token)
    {
        List<double> times = [];
        int hits = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string asked = query();
            long start = Stopwatch.GetTimestamp();
            hits += await store.SearchAsync(asked, cancellationToken: token).Take(HitsWanted).CountAsync(token);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        double median = times[Rounds / 2];
        double high = times[(int)(Rounds * 0.95)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} ({hits / (double)Rounds:f1} hits) | {median:f1} | {high:f1} | {times[^1]:f1} |"));
    }

    private sealed class Shares : IProgress<double>
    {
        private int _percent;

        public void Report(double value)
        {
            if ((int)(value * 100) is var percent && percent > _percent)
            {
                _percent = percent;
                Console.Error.WriteLine($"{percent} %");
            }
        }
    }
}
