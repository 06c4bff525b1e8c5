using System.CommandLine;
using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Testing;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>Kills processes that write to one store, or stops its server, and counts what was lost.</summary>
internal static class CrashCommand
{
    /// <summary>The longest that a process writes, in milliseconds.</summary>
    private const int LongestRun = 1500;

    internal static Command Create()
    {
        Option<int> rounds = Number("--rounds", 200, "How often all processes are killed (a SQLite file).");
        Option<int> processes = Number("--processes", 4, "Processes that write at once.");
        var server = new Option<bool>("--server")
        {
            Description = "Writes to a PostgreSQL server of its own, which is stopped instead of the processes.",
        };
        Option<int> stops = Number("--stops", 50, "How often the server is stopped at once (--server).");
        Option<int> terminations = Number("--terminations", 200, "How many back ends are ended (--server).");
        Option<int> seed = Number("--seed", 1, "Chooses the moments.");
        var command = new Command("crash", "Kills writers or their server, and counts acknowledged writes that are lost.")
        {
            rounds, processes, server, stops, terminations, seed,
        };
        command.SetAction((arguments, stop) =>
        {
            var random = new Random(arguments.GetValue(seed));
            return arguments.GetValue(server)
                ? RunServerAsync(
                    arguments.GetValue(stops), arguments.GetValue(terminations), arguments.GetValue(processes),
                    random, stop)
                : RunFileAsync(arguments.GetValue(rounds), arguments.GetValue(processes), random, stop);
        });
        return command;
    }

    private static Option<int> Number(string name, int standard, string description) => new(name)
    {
        DefaultValueFactory = _ => standard,
        Description = description,
    };

    private static async Task<int> RunFileAsync(int rounds, int processes, Random random, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        string database = folder.File("news.db");
        string notes = Directory.CreateDirectory(folder.File("notes")).FullName;
        await BeginAsync(database, stop);
        for (int round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, processes).Select(async writer =>
            {
                (int moment, int seed) = (random.Next(LongestRun), random.Next());
                using CrashProcess process = await CrashProcess.StartAsync(database, notes, seed, stop);
                await Task.Delay(moment, stop);
                process.Kill();
            }));
            Report(round, rounds, "rounds");
        }

        return await CheckAsync(
            database, notes, $"{rounds} rounds of {processes} processes killed", stop);
    }

    private static async Task<int> RunServerAsync(
        int stops, int terminations, int processes, Random random, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        string notes = Directory.CreateDirectory(folder.File("notes")).FullName;
        await using PrivateServer server = await PrivateServer.StartAsync();
        await BeginAsync(server.Connection, stop);
        CrashProcess[] writers = await Task.WhenAll(Enumerable.Range(0, processes)
            .Select(writer => CrashProcess.StartAsync(server.Connection, notes, writer, stop)));
        for (int i = 0; i < stops; i++)
        {
            await Task.Delay(random.Next(500, 2500), stop);
            await server.CrashAndRestartAsync();
            Report(i, stops, "stops");
        }

        int ended = 0;
        while (ended < terminations && writers.All(writer => writer.IsRunning))
        {
            await Task.Delay(random.Next(20, 200), stop);
            ended += await server.EndOneAsync(random);
        }

        bool allRan = writers.All(writer => writer.IsRunning);
        Array.ForEach(writers, writer => writer.Dispose());
        int result = await CheckAsync(
            server.Connection, notes,
            $"{stops} stops of the server and {ended} ended back ends under {processes} processes", stop);
        return allRan ? result : throw new InvalidOperationException("A process ended of its own accord.");
    }

    /// <summary>Makes the tables, and lets each handler begin before the first event.</summary>
    private static async Task BeginAsync(string database, CancellationToken stop)
    {
        ITrackerStore store = await CrashWriter.OpenAsync(database, stop);
        await using var _ = (IAsyncDisposable)store;
        foreach (string handler in CrashWriter.Handlers)
        {
            EventDelivery delivery = (await ((IEventDeliveryStore)store).ClaimDeliveryAsync(
                handler, DateTimeOffset.UtcNow, TimeSpan.FromSeconds(1), stop))!;
            await ((IEventDeliveryStore)store).SaveDeliveryAsync(
                delivery with { LeasedUntil = null }, cancellationToken: stop);
        }
    }

    private static async Task<int> CheckAsync(
        string database, string notes, string what, CancellationToken stop)
    {
        ITrackerStore store = await CrashWriter.OpenAsync(database, stop);
        await using var _ = (IAsyncDisposable)store;
        await using (var last = new CrashWriter(store, new CrashNotes(CrashNotes.NewPath(notes)), seed: 0))
        {
            await last.DeliverAllAsync(stop);
        }

        CrashReport report = await CrashReport.ReadAsync(store, notes, stop);
        Console.WriteLine($"{what}:\n{report}");
        return report.IsClean ? 0 : 1;
    }

    private static void Report(int done, int all, string what)
    {
        if ((done + 1) % 10 == 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done + 1} of {all} {what}"));
        }
    }
}
