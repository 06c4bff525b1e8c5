using System.CommandLine;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Stores;

/// <summary>
/// <c>store</c>: fills a database if it is empty, and times what a tracker and its pages ask of it. With
/// <c>--revisions</c> it measures the size and the speed of appends instead.
/// </summary>
internal static class StoreCommand
{
    internal static Command Create()
    {
        var sqlite = new Option<FileInfo?>("--sqlite") { Description = "The file; it is filled if it is missing." };
        var postgresql = new Option<string?>("--postgresql") { Description = "The connection string of a database." };
        var versions = new Option<int>("--versions")
        {
            Description = "The versions to fill an empty database with.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var articles = new Option<int>("--articles")
        {
            Description = "The articles that they belong to.",
            DefaultValueFactory = _ => 300_000,
        };
        var revisions = new Option<DirectoryInfo?>("--revisions")
        {
            Description = "A folder of *.jsonl.gz with real versions: measures size and appends instead.",
        };
        var command = new Command("store", "Times the stores at size.")
        {
            sqlite, postgresql, versions, articles, revisions,
        };
        command.SetAction(async (parse, token) =>
        {
            if (parse.GetValue(revisions) is { } folder)
            {
                await StoreWrites.MeasureAsync(folder, parse.GetValue(postgresql), token);
                return 0;
            }

            var contents = new StoreContents(parse.GetValue(articles), parse.GetValue(versions));
            if (parse.GetValue(sqlite) is { } file)
            {
                await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
                    file.FullName, new SqliteStoreOptions { Durability = SqliteDurability.Normal }, token);
                await MeasureAsync("SQLite", store, store, store, contents, token);
            }

            if (parse.GetValue(postgresql) is { } connection)
            {
                await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connection, token);
                await MeasureAsync("PostgreSQL", store, store, store, contents, token);
            }

            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(
        string name,
        IVersionStore versions,
        IMergingCatalog catalog,
        IVisitStore visits,
        StoreContents contents,
        CancellationToken token)
    {
        if (await catalog.FindByKeyAsync(StoreContents.KeyOf(0), token) is null)
        {
            await contents.FillAsync(versions, catalog, visits, token);
        }

        Console.WriteLine($"| {name} | p50 | p95 | most | CPU of the process, mean |");
        Console.WriteLine("|---|---|---|---|---|");
        await new StoreQueries(versions, catalog, visits, contents, token).RunAsync();
    }
}
