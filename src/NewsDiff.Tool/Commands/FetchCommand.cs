using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Fetching;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff fetch URL</c>: shows the result of fetching an article, and the reasons for it.</summary>
internal sealed class FetchCommand : ToolCommand
{
    private readonly Argument<string> _url = new("URL") { Description = "The article's address." };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Explain the result: robots.txt, redirects, waiting, validators, encoding, content.",
    };

    internal FetchCommand(ToolHost host, CommonOptions common)
        : base("fetch", "Fetch an article once and show the result, without keeping it.", host, common)
    {
        Add(_url);
        Add(_explain);
        Add(common.Json);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples => ["newsdiff fetch --explain https://example.org/story"];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        Uri url = Address.Parse(parse.GetRequiredValue(_url));
        WebSettings settings = SettingsOf(parse).Web;
        using var client = new GuardedClient(settings.Fetch, Host.Clock);
        using var web = new HttpArticleFetcher(client.Polite, settings.Extractor);
        FetchExplanation fetched = await web.ExplainAsync(FetchRequest.For(url), stop).ConfigureAwait(false);
        if (parse.GetValue(Common.Json))
        {
            await screen.WriteLineAsync(FetchReport.ToJson(url, fetched)).ConfigureAwait(false);
        }
        else
        {
            await screen.WriteTextAsync(FetchReport.ToText(fetched, parse.GetValue(_explain))).ConfigureAwait(false);
        }

        if (client.AdviceFor(fetched.Result.Status) is { } advice)
        {
            screen.Say(advice);
        }

        return fetched.Result.Status == FetchStatus.Fetched ? ExitCodes.Success : ExitCodes.Trouble;
    }
}
