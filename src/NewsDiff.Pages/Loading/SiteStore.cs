using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Loading;

/// <summary>The parts of a store that pages are read from.</summary>
/// <param name="Tracker">The versions, the visits and the event log.</param>
/// <param name="Articles">The followed articles.</param>
/// <param name="Feeds">The followed feeds.</param>
internal sealed record SiteStore(ITrackerStore Tracker, IArticleCatalog Articles, ISubscriptionStore Feeds)
{
    internal IVersionStore Versions => Tracker;

    internal IVisitStore Visits => Tracker;

    internal IEventLog Events => Tracker;

    /// <summary>Finds one version of an article; null when it is missing.</summary>
    internal ValueTask<ArticleVersion?> FindVersionAsync(string articleId, int number, CancellationToken stop) =>
        Versions.ReadVersionsAsync(
            new VersionQuery { ArticleId = articleId, FromNumber = number, ToNumber = number }, stop)
            .FirstOrDefaultAsync(stop);
}
