using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff verify</c>: reads the whole database, and reports all that is damaged.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    internal VerifyCommand(ToolHost host, CommonOptions common)
        : base("verify", "Read the whole database, and report all that is damaged or missing.", host, common)
    {
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff verify",
        "newsdiff verify --db backup.db --read-only --json",
    ];

    internal override string Details =>
        """
        Every text is unpacked and compared with its checksum and its hash. The numbers of versions must have no gaps,
        and nothing may refer to something missing. The exit code is 3 if there are faults. A tracker may write
        meanwhile.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isJson = parse.GetValue(Common.Json);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            int faults = 0;
            await foreach (string fault in store.Care.VerifyAsync(new PercentLine(screen, "Verifying"), stop)
                .ConfigureAwait(false))
            {
                faults++;
                await screen.WriteLineAsync(isJson ? JsonLine.Of(json => json.WriteString("fault", fault)) : fault)
                    .ConfigureAwait(false);
            }

            screen.Say(faults == 0
                ? "The database has no faults."
                : string.Create(CultureInfo.InvariantCulture, $"{faults} {(faults == 1 ? "fault" : "faults")}."));
            return faults == 0 ? ExitCodes.Success : ExitCodes.SomeFailed;
        }
    }
}
