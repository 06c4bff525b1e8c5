using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using NewsDiff.Pages;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

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

    private readonly Option<string> _publicUrl = new("--public-url")
    {
        Description = "The address that readers use, for a site behind a proxy that removes its path.",
        HelpName = "URL",
    };

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "The IP address to listen on; one that other machines can reach needs --public-url.",
        HelpName = "IP",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<int> _cache = new("--cache")
    {
        Description = "How many megabytes of finished pages to keep in memory; 0 makes each page anew.",
        HelpName = "MB",
        DefaultValueFactory = _ => 64,
    };

    private readonly Option<bool> _manage = new("--manage")
    {
        Description = "Also add, pause, remove and hide by pages; only on this machine.",
    };

    internal ServeCommand(ToolHost host, CommonOptions common)
        : base("serve", "Serve the pages of changes, and a JSON API, until Ctrl-C.", host, common)
    {
        _port.Validators.Add(WholeNumber.From(0, 65535, "Use a number from 0 to 65535 for --port."));
        _cache.Validators.Add(WholeNumber.From(0, 2000, "Use a number from 0 to 2000 for --cache."));
        _listen.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out IPAddress? address))
            {
                result.AddError("--listen takes an IP address, such as 127.0.0.1 or 0.0.0.0.");
            }
            else if (!IPAddress.IsLoopback(address) && result.GetResult(_publicUrl) is null)
            {
                result.AddError("--listen on an address that other machines can reach needs --public-url.");
            }
        });
        Validators.Add(result =>
        {
            if (result.GetValue(_manage) && FaultOfManaging(result) is { } fault)
            {
                result.AddError(fault);
            }
        });
        Add(_port);
        Add(_manage);
        Add(_listen);
        Add(_publicUrl);
        Add(_cache);
        Add(common.Language);
        Add(common.Database);
        Add(common.ReadOnly);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff serve",
        "newsdiff serve --port 8000 --db newsdiff-demo/newsdiff.db",
        "newsdiff serve --manage",
        "newsdiff serve --language de",
        "newsdiff serve --public-url https://changes.example.org/",
        "newsdiff serve --listen 0.0.0.0 --public-url https://changes.example.org/",
    ];

    private protected override bool IsLongRunning => true;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        ToolSettings settings = SettingsOf(parse);
        bool isManaged = parse.GetValue(_manage);
        NewsStore store = isManaged
            ? await OpenAsync(parse, screen, stop).ConfigureAwait(false)
            : await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            void Report(Exception fault) => screen.Say(
                Secrets.Hide($"A page could not be rendered: {Fault.Describe(fault, settings.Database) ?? Fault.Name(fault)}"));
            PageSource pages = await store.OpenPagesAsync(stop).ConfigureAwait(false);
            using GuardedClient? client = isManaged
                ? new GuardedClient(settings.Web.Fetch, Host.Clock, sites: store.Sites)
                : null;
            using Fetchers? web = client is null ? null : new Fetchers(client, settings.Web, Host.Clock);
            SiteServer server = await SiteServer.StartAsync(
                pages, PlaceOf(parse), web is null ? null : new SiteManagement(store, web, settings), Report, stop)
                .ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                await screen.WriteLineAsync($"Serving on {server.Url.AbsoluteUri}").ConfigureAwait(false);
                if (isManaged)
                {
                    await screen.WriteLineAsync($"Managing on {server.Url.AbsoluteUri}manage").ConfigureAwait(false);
                }

                screen.Say("Ctrl-C stops.");
                await server.RunAsync(stop).ConfigureAwait(false);
                return ExitCodes.Success;
            }
        }
    }

    private SitePlace PlaceOf(ParseResult parse) => new()
    {
        Listen = IPAddress.Parse(parse.GetRequiredValue(_listen)),
        Port = parse.GetValue(_port),
        PublicUrl = parse.GetValue(_publicUrl) is { } url ? Address.ParseFolder(url) : null,
        Language = parse.GetRequiredValue(Common.Language),
        CacheBytes = parse.GetValue(_cache) * 1024 * 1024,
    };

    /// <summary>Why pages for managing are not served so; null when they are.</summary>
    private string? FaultOfManaging(CommandResult result) => result switch
    {
        _ when result.GetResult(_publicUrl) is not null =>
            "--manage is for this machine alone: leave --public-url out, and serve the public pages by a second "
            + "'newsdiff serve'.",
        _ when IPAddress.TryParse(result.GetValue(_listen), out IPAddress? address) && !IPAddress.IsLoopback(address) =>
            "--manage is for this machine alone: leave --listen out. From elsewhere, use a tunnel such as "
            + "'ssh -L 5080:127.0.0.1:5080'.",
        _ when result.GetValue(Common.ReadOnly) => "--manage writes to the database: leave --read-only out.",
        _ => null,
    };
}
