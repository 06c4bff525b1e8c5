using System.CommandLine;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Testing;

namespace NewsDiff.Evaluation.Workers;

/// <summary>Several worker processes over one database: politeness, take-over, partitions and wrong clocks.</summary>
internal static class WorkersCommand
{
    internal static Command Create()
    {
        Option<int> sites = Number("--sites", 100, "Sites, each an address of the loopback network.");
        Option<int> seconds = Number("--seconds", 20, "Measured seconds of each row of the table.");
        Option<int> gap = Number("--gap", 1000, "Milliseconds between two requests to a site.");
        Option<int> lease = Number("--lease", 40, "Seconds of a lease.");
        Option<int> articles = Number("--articles", 300_000, "Due articles of the part claims.");
        var only = new Option<string[]>("--only")
        {
            Description = "Only these parts: throughput, kill, rolling, partition, clocks, claims.",
            AllowMultipleArgumentsPerToken = true,
        };
        var databases = new Option<string[]>("--database")
        {
            Description = "Only these: PostgreSQL, SQLite, Orleans (PostgreSQL with a grain for each site).",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("workers", "Runs 1, 2, 4 and 8 workers over one database, and kills some.")
        {
            sites, seconds, gap, lease, articles, only, databases,
        };
        command.SetAction(async (arguments, stop) =>
        {
            using var folder = new TemporaryFolder();
            await using ManySites crowd = await ManySites.StartAsync(arguments.GetValue(sites), 50, 250);
            await using PrivateServer? server = await PrivateServer.StartAsync();
            var run = new WorkersRun(
                crowd, server, folder, TimeSpan.FromMilliseconds(arguments.GetValue(gap)),
                TimeSpan.FromSeconds(arguments.GetValue(lease)), TimeSpan.FromSeconds(arguments.GetValue(seconds)),
                arguments.GetValue(databases) is { Length: > 0 } chosen ? chosen : ["PostgreSQL", "SQLite", "Orleans"]);
            string[] parts = arguments.GetValue(only) is { Length: > 0 } some
                ? some
                : ["throughput", "kill", "rolling", "partition", "clocks", "claims"];
            bool isGood = await run.RunAsync(parts, stop);
            if (parts.Contains("claims"))
            {
                await TimeClaimsAsync(server, folder, arguments.GetValue(articles), stop);
            }

            return isGood ? 0 : 1;
        });
        return command;
    }

    private static async Task TimeClaimsAsync(
        PrivateServer? server, TemporaryFolder folder, int articles, CancellationToken stop)
    {
        Console.WriteLine("| what | database | p50 ms | p95 ms | most ms |");
        Console.WriteLine("|---|---|---|---|---|");
        if (server is not null)
        {
            string database = await server.CreateDatabaseAsync();
            await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, stop);
            var timing = new ClaimTiming(store, articles, stop);
            await timing.FillAsync();
            await timing.RunAsync("PostgreSQL");
        }

        await using SqliteVersionStore file = await SqliteVersionStore.OpenAsync(
            folder.File("claims.db"), new SqliteStoreOptions { Durability = SqliteDurability.Normal }, stop);
        var inFile = new ClaimTiming(file, articles, stop);
        await inFile.FillAsync();
        await inFile.RunAsync("SQLite");
    }

    private static Option<int> Number(string name, int standard, string description) => new(name)
    {
        DefaultValueFactory = _ => standard,
        Description = description,
    };
}
