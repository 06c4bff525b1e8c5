using System.Security.Cryptography;
using System.Text;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>What the pages and forms of a desk work with.</summary>
internal sealed class DeskRoom(ArticleTracker tracker, PoliteClient client, IVersionCare care, TimeProvider clock)
{
    internal ArticleTracker Tracker => tracker;

    internal PoliteClient Client => client;

    internal IVersionCare Care => care;

    internal TimeProvider Clock => clock;

    internal IArticleFetcher? Fetcher { get; set; }

    /// <summary>What was typed into the form for adding, and what was then read.</summary>
    internal DraftShelf<AddDraft> Additions { get; } = new(clock);

    /// <summary>What was typed into the form for hiding.</summary>
    internal DraftShelf<HideDraft> Hidings { get; } = new(clock);

    /// <summary>Whether the host names a feed, which then comes back after it is removed.</summary>
    internal bool IsOfSettings(Uri feed) =>
        tracker.Options.NamedFeeds.Any(named => named.AbsoluteUri == feed.AbsoluteUri);

    /// <summary>Finds an article by its whole id; null when there is none.</summary>
    internal async Task<TrackedArticle?> FindArticleAsync(string id, CancellationToken stop) =>
        PageSource.IsPossible(id) && id.Length > 0
            ? await tracker.Catalog.FindByIdAsync(id, stop).ConfigureAwait(false)
            : null;

    /// <summary>The beginning of what was typed, as much as is kept of it.</summary>
    internal static string Beginning(string typed, int length) => typed.Length <= length ? typed : typed[..length];

    /// <summary>A short name for a feed in the addresses of pages.</summary>
    internal static string KeyOf(string feed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(feed)).AsSpan(0, 8));

    /// <summary>A tracker over the same store that is given a page instead of requesting it.</summary>
    internal ArticleTracker TrackerWith(IArticleFetcher articles, IFeedFetcher feeds) => new(
        articles,
        feeds,
        tracker.Store,
        tracker.Options with
        {
            Catalog = tracker.Catalog,
            Visits = tracker.Visits,
            Subscriptions = tracker.Subscriptions,
        },
        clock);
}
