using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Configuration;
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

    internal override string Details =>
        """
        A feed that the settings name (Feeds) is followed again by the next check: take it out there first.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        var report = new FollowReport(screen, parse.GetValue(Common.Json));
        string name = parse.GetRequiredValue(_name);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            Uri? feed = Address.IsWeb(name) ? Address.Parse(name) : Address.OfUnreadable(name);
            RefuseFeedOfSettings(SettingsOf(parse), feed);
            if (feed is not null && await store.Feeds.RemoveSubscriptionAsync(feed, stop).ConfigureAwait(false))
            {
                // A pause ends with it: who follows the feed again wants it read.
                await EndVisitsAsync(store, VisitKind.Feed, feed.AbsoluteUri, stop).ConfigureAwait(false);
                await report.WriteAsync("feed-removed", feed, title: null, "No longer following the feed")
                    .ConfigureAwait(false);
                return ExitCodes.Success;
            }

            TrackedArticle article = await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false);
            await EndVisitsAsync(store, VisitKind.Article, article.Id, stop).ConfigureAwait(false);
            await report.WriteAsync("article-removed", article.Url, title: null, "No longer following the article")
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    /// <summary>Refuses what would not last: a feed of the settings is followed again by the next check.</summary>
    private static void RefuseFeedOfSettings(ToolSettings settings, Uri? feed)
    {
        if (feed is not null && settings.Host.Feeds.Any(named => named.AbsoluteUri == feed.AbsoluteUri))
        {
            string? origin = settings.Entries.FirstOrDefault(entry => Uri.TryCreate(
                entry.Value, UriKind.Absolute, out Uri? named) && named.AbsoluteUri == feed.AbsoluteUri)?.Origin;
            throw new TroubleException(
                $"{origin ?? "the settings"}: Feeds names {feed.AbsoluteUri}, so the next check would follow it again. "
                + "Take it out there, then remove it.");
        }
    }

    private static async Task EndVisitsAsync(NewsStore store, VisitKind kind, string target, CancellationToken stop)
    {
        bool isSaved = false;
        while (!isSaved)
        {
            // Another run may be visiting it just now; what that run saves must not bring the visits back.
            Visit? visit = await store.Visits.FindVisitAsync(kind, target, stop).ConfigureAwait(false);
            isSaved = visit is null
                || await store.Visits.SaveVisitAsync(visit with { State = VisitState.Removed, DueAt = null }, stop)
                    .ConfigureAwait(false);
        }
    }
}
