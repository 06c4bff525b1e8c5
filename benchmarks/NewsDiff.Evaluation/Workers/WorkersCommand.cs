using System.CommandLine;
using System.Globalization;
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
        var only = new Option<string[]>("--only")
        {
            Description = "Only these parts: throughput, kill, partition, clocks.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("workers", "Runs 1, 2, 4 and 8 workers over one database, and kills some.")
        {
            sites, seconds, gap, lease, only,
        };
        command.SetAction(async (arguments, stop) =>
        {
            using var folder = new TemporaryFolder();
            await using ManySites crowd = await ManySites.StartAsync(arguments.GetValue(sites), 50, 250);
            await using PrivateServer? server = await PrivateServer.StartAsync();
            var run = new WorkersRun(
                crowd, server, folder, TimeSpan.FromMilliseconds(arguments.GetValue(gap)),
                TimeSpan.FromSeconds(arguments.GetValue(lease)), TimeSpan.FromSeconds(arguments.GetValue(seconds)));
            string[] parts = arguments.GetValue(only) is { Length: > 0 } some
                ? some
                : ["throughput", "kill", "partition", "clocks"];
            return await run.RunAsync(parts, stop) ? 0 : 1;
        });
        return command;
    }

    internal static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Option<int> Number(string name, int standard, string description) => new(name)
    {
        DefaultValueFactory = _ => standard,
        Description = description,
    };
}
