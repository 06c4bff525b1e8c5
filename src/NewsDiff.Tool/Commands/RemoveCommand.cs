using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff remove FEED-OR-ARTICLE</c>: stops following a feed or article; its versions stay.</summary>
internal sealed class RemoveCommand : ToolCommand
{
    private readonly Argument<string> _name = new("FEED-OR-ARTICLE")
    {
        Description = "The address of a feed or article, or any unique start of an article's id.",
    };

    internal RemoveCommand(ToolHost host, CommonOptions common)
        : base("remove", "Stop following a feed or an article. Its versions stay.", host, common)
    {
        Add(_name);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff remove https://example.org/feed.xml",
        "newsdiff remove 3f2a",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        var report = new FollowReport(screen, parse.GetValue(Common.Json));
        string name = parse.GetRequiredValue(_name);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            Uri? feed = Address.IsWeb(name) ? Address.Parse(name) : Address.OfUnreadable(name);
            if (feed is not null && await store.Feeds.RemoveSubscriptionAsync(feed, stop).ConfigureAwait(false))
            {
                await report.WriteAsync("feed-removed", feed, title: null, "No longer following the feed")
                    .ConfigureAwait(false);
                return ExitCodes.Success;
            }

            TrackedArticle article = await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false);
            await RemoveAsync(store, article, stop).ConfigureAwait(false);
            await report.WriteAsync("article-removed", article.Url, title: null, "No longer following the article")
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private static async Task RemoveAsync(NewsStore store, TrackedArticle article, CancellationToken stop)
    {
        bool isSaved = false;
        while (!isSaved)
        {
            // Another run may be visiting the article just now: what that run saves must not bring the visits back.
            Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Article, article.Id, stop).ConfigureAwait(false);
            isSaved = visit is null
                || await store.Visits.SaveVisitAsync(visit with { State = VisitState.Removed, DueAt = null }, stop)
                    .ConfigureAwait(false);
        }
    }
}
