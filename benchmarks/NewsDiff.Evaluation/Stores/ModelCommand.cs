using System.CommandLine;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Testing;
using NewsDiff.Testing.Contracts;

namespace NewsDiff.Evaluation.Stores;

/// <summary>Compares the stores with the one in memory, over many random operations.</summary>
internal static class ModelCommand
{
    internal static Command Create()
    {
        var seeds = new Option<int>("--seeds")
        {
            DefaultValueFactory = _ => 100,
            Description = "Runs, each from empty.",
        };
        var first = new Option<int>("--first")
        {
            DefaultValueFactory = _ => 1,
            Description = "The first seed; the others follow it.",
        };
        var operations = new Option<int>("--operations")
        {
            DefaultValueFactory = _ => 10_000,
            Description = "Operations of each run.",
        };
        var connection = new Option<string?>("--connection")
        {
            Description = "A PostgreSQL database, in which each run makes a schema; without it, SQLite files.",
        };
        var memory = new Option<bool>("--memory") { Description = "Only holds the store in memory to the laws." };
        var command = new Command("model", "Compares a store with the one in memory over random operations.")
        {
            seeds, first, operations, connection, memory,
        };
        command.SetAction((arguments, stop) => RunAsync(
            arguments.GetValue(first),
            arguments.GetValue(seeds),
            arguments.GetValue(operations),
            seed => arguments.GetValue(memory)
                ? RunInMemoryAsync(seed, arguments.GetValue(operations), stop)
                : arguments.GetValue(connection) is { } database
                ? RunPostgreSqlAsync(database, seed, arguments.GetValue(operations), stop)
                : RunSqliteAsync(seed, arguments.GetValue(operations), stop)));
        return command;
    }

    private static async Task<int> RunAsync(int first, int seeds, int operations, Func<int, Task<string?>> run)
    {
        int differences = 0;
        for (int seed = first; seed < first + seeds; seed++)
        {
            string? difference = await run(seed);
            if (difference is not null)
            {
                differences++;
                Console.WriteLine(difference);
            }
        }

        Console.WriteLine($"{seeds} runs of {operations} operations: {differences} with a difference.");
        return differences == 0 ? 0 : 1;
    }

    private static Task<string?> RunInMemoryAsync(int seed, int operations, CancellationToken stop) =>
        new StoreModel<InMemoryVersionStore>(new InMemoryVersionStore(), () => Task.CompletedTask, seed)
            .FindDifferenceAsync(operations, stop);

    private static async Task<string?> RunSqliteAsync(int seed, int operations, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            folder.File("news.db"),
            new SqliteStoreOptions { Durability = SqliteDurability.Normal, Search = true },
            stop);
        return await new StoreModel<SqliteVersionStore>(store, () => Task.CompletedTask, seed)
            .FindDifferenceAsync(operations, stop);
    }

    private static async Task<string?> RunPostgreSqlAsync(
        string connection, int seed, int operations, CancellationToken stop)
    {
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            connection, new PostgreSqlStoreOptions { Schema = $"model_{seed}", Search = true }, stop);
        return await new StoreModel<PostgreSqlVersionStore>(store, () => Task.CompletedTask, seed)
            .FindDifferenceAsync(operations, stop);
    }
}
