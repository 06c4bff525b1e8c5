using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff serve</c>: serves the pages on this machine.</summary>
internal sealed class ServeCommand : ToolCommand
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port; 0 takes any free one.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 5080,
    };

    internal ServeCommand(ToolHost host, CommonOptions common)
        : base("serve", "Serve the pages of changes on 127.0.0.1 until Ctrl-C.", host, common)
    {
        _port.Validators.Add(WholeNumber.From(0, 65535, "A port is a number from 0 to 65535."));
        Add(_port);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff serve",
        "newsdiff serve --port 8000 --db newsdiff-demo/newsdiff.db",
    ];

    private protected override bool IsLongRunning => true;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string database = SettingsOf(parse).Database;
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            void Report(Exception fault) => screen.Say(
                Secrets.Hide($"A page could not be rendered: {Fault.Describe(fault, database) ?? Fault.Name(fault)}"));
            SiteServer server = await SiteServer.StartAsync(store, parse.GetValue(_port), Report, stop)
                .ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                await screen.WriteLineAsync($"Serving on {server.Url.AbsoluteUri}").ConfigureAwait(false);
                screen.Say("Ctrl-C stops.");
                await server.RunAsync(stop).ConfigureAwait(false);
                return ExitCodes.Success;
            }
        }
    }
}
