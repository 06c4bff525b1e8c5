using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NewsDiff.Events;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Testing;

namespace NewsDiff.Evaluation.Delivery;

/// <summary>Stops and kills a host again and again, and counts what its handler never heard.</summary>
internal static partial class DeliveryCommand
{
    private const int Terminate = 15;
    private const int Kill = 9;

    internal static Command Create()
    {
        Option<int> stops = Number("--stops", 100, "Graceful stops.");
        Option<int> kills = Number("--kills", 100, "Kills without warning.");
        Option<int> stories = Number("--stories", 20, "Followed articles.");
        Option<int> seed = Number("--seed", 1, "Chooses the times of the stops.");
        var connection = new Option<string?>("--connection")
        {
            Description = "An empty PostgreSQL database; without it, a SQLite file.",
        };
        var command = new Command("delivery", "Stops and kills a host, and counts the events that its handler missed.")
        {
            stops, kills, stories, seed, connection,
        };
        command.SetAction((arguments, stop) => RunAsync(
            arguments.GetValue(stops), arguments.GetValue(kills), arguments.GetValue(stories),
            new Random(arguments.GetValue(seed)), arguments.GetValue(connection), stop));
        return command;
    }

    private static Option<int> Number(string name, int standard, string description) => new(name)
    {
        DefaultValueFactory = _ => standard,
        Description = description,
    };

    private static async Task<int> RunAsync(
        int stops, int kills, int stories, Random random, string? connection, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        string database = connection ?? folder.File("news.db");
        string heard = folder.File("heard.txt");
        await File.WriteAllTextAsync(heard, "", stop);
        await using ChangingSite site = await ChangingSite.StartAsync(stories);
        int[] signals =
        [
            .. Enumerable.Repeat(Terminate, stops).Concat(Enumerable.Repeat(Kill, kills)).OrderBy(_ => random.Next()),
        ];
        for (int round = 0; round < signals.Length; round++)
        {
            using Process host = Start(database, site.Feed, heard);
            await Task.Delay(random.Next(1500, 6000), stop);
            _ = Signal(host.Id, signals[round]);
            await host.WaitForExitAsync(stop);
            if ((round + 1) % 20 == 0)
            {
                Console.Error.WriteLine($"{round + 1} of {signals.Length}");
            }
        }

        site.IsStill = true;
        using Process last = Start(database, site.Feed, heard);
        Report report = await WaitForAllAsync(database, heard, stop);
        _ = Signal(last.Id, Terminate);
        await last.WaitForExitAsync(stop);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stops} stops, {kills} kills: {report.Events} events, {report.Missed} never handled, "
            + $"{report.Twice} handled more than once, each with its id; {report.Unknown} handled without an event."));
        return report is { Missed: 0, Unknown: 0 } ? 0 : 1;
    }

    private static Process Start(string database, Uri feed, string heard) =>
        Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [DeliveryHost.Name, "--database", database, "--feed", feed.AbsoluteUri, "--heard", heard])
        {
            RedirectStandardOutput = true,
        })!;

    /// <summary>Waits until everything was handled, or until nothing more is handled for a while.</summary>
    private static async Task<Report> WaitForAllAsync(string database, string heard, CancellationToken stop)
    {
        Report report = default;
        for (int quiet = 0; quiet < 60; quiet++)
        {
            await Task.Delay(1000, stop);
            Report now = await CountAsync(database, heard, stop);
            quiet = now.Missed == report.Missed ? quiet : 0;
            report = now;
            if (report is { Missed: 0, Events: > 0 } && quiet > 5)
            {
                break;
            }
        }

        return report;
    }

    private static async Task<Report> CountAsync(string database, string heard, CancellationToken stop)
    {
        List<Guid> events = await ReadEventsAsync(database, stop);
        Guid[] handled = [.. (await File.ReadAllLinesAsync(heard, stop)).Select(line => Guid.Parse(line[..36]))];
        HashSet<Guid> known = [.. events];
        return new Report(
            events.Count,
            events.Except(handled).Count(),
            handled.Length - handled.Distinct().Count(),
            handled.Count(id => !known.Contains(id)));
    }

    private static async Task<List<Guid>> ReadEventsAsync(string database, CancellationToken stop)
    {
        if (database.Contains('=', StringComparison.Ordinal))
        {
            await using PostgreSqlVersionStore server = await PostgreSqlVersionStore.OpenAsync(database, stop);
            return await IdsAsync(server, stop);
        }

        await using SqliteVersionStore file = await SqliteVersionStore.OpenAsync(database, cancellationToken: stop);
        return await IdsAsync(file, stop);
    }

    private static async Task<List<Guid>> IdsAsync(IEventLog log, CancellationToken stop) =>
        await log.ReadEventsAsync(new EventQuery(), stop).Select(happened => happened.Id).ToListAsync(stop);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);

    private readonly record struct Report(int Events, int Missed, int Twice, int Unknown);
}
