using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Fetching;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff robots URL</c>: shows whether a site's robots.txt allows an address, and why.</summary>
internal sealed class RobotsCommand : ToolCommand
{
    private readonly Argument<string> _url = new("URL") { Description = "The address." };

    private readonly Option<string> _agent = new("--agent")
    {
        Description =
            $"The product token of the agent whose rules apply. The default is {HttpFetchOptions.Default.RobotsAgent}.",
        HelpName = "NAME",
    };

    internal RobotsCommand(ToolHost host, CommonOptions common)
        : base("robots", "Show whether a site's robots.txt allows an address, and the deciding rule.", host, common)
    {
        _agent.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var name }] && string.IsNullOrWhiteSpace(name))
            {
                result.AddError("Give --agent a name.");
            }
        });
        Add(_url);
        Add(_agent);
        Add(common.Json);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
        ["newsdiff robots https://example.org/story", "newsdiff robots https://example.org/story --agent OtherBot"];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        Uri url = Address.Parse(parse.GetRequiredValue(_url));
        HttpFetchOptions options = SettingsOf(parse).Web.Fetch;
        if (parse.GetValue(_agent) is { } agent)
        {
            options = options with { RobotsAgent = agent };
        }

        using var client = new GuardedClient(options, Host.Clock);
        using var web = new HttpArticleFetcher(client.Polite);
        RobotsReport report = await web.CheckRobotsAsync(url, stop).ConfigureAwait(false);
        await screen.WriteTextAsync(
            parse.GetValue(Common.Json) ? FetchReport.ToJson(url, report) : FetchReport.ToText(report))
                .ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
