using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Identity;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff url URL</c>: shows the canonical address of an article.</summary>
internal sealed class UrlCommand : ToolCommand
{
    private readonly Argument<string> _url = new(
        "URL")
    { Description = "The address, as in a feed or a link." };

    private readonly Option<bool> _explain = new("--explain") { Description = "Explain every decision." };

    private readonly Option<bool> _fetch = new("--fetch")
    {
        Description = "Also fetch the page, show the other addresses that it states, and say whether each is believed.",
    };

    internal UrlCommand(ToolHost host, CommonOptions common)
        : base("url", "Show the canonical address of an article.", host, common)
    {
        Add(_url);
        Add(_explain);
        Add(_fetch);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff url --explain 'http://example.org/story?id=7&utm_source=rss#top'",
        "newsdiff url --explain --fetch https://example.org/story/amp",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        Uri url = Address.Parse(parse.GetRequiredValue(_url));
        FetchResult? page = parse.GetValue(_fetch) ? await FetchAsync(url, parse, stop).ConfigureAwait(false) : null;
        var screen = new Screen(Host, parse, Common);
        TrackedArticle? article = await FindAsync(url, parse, screen, stop).ConfigureAwait(false);
        var report = new UrlReport(url, page is null ? null : PageClaims.Find(url, page), article);

        IEnumerable<string> lines = parse.GetValue(Common.Json)
            ? [report.ToJson()]
            : parse.GetValue(_explain) || page is not null ? report.ToLines() : report.ToLines().Take(1);
        foreach (string line in lines)
        {
            await screen.WriteLineAsync(line).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private async Task<FetchResult> FetchAsync(Uri url, ParseResult parse, CancellationToken stop)
    {
        using var web = new Fetchers(SettingsOf(parse).Web, Host.Clock);
        FetchResult page = await web.Articles.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false);
        return page.Article is not null ? page : throw web.Client.Unfetched(url, page.Status, page.Reason);
    }

    /// <summary>The article that is followed at the address, if a database was named.</summary>
    private async Task<TrackedArticle?> FindAsync(
        Uri url, ParseResult parse, Screen screen, CancellationToken stop)
    {
        if (SettingsOf(parse).NamedDatabase is null)
        {
            return null;
        }

        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            return await store.Articles.FindByKeyAsync(ArticleKeys.Compute(url)[0], stop).ConfigureAwait(false);
        }
    }
}
