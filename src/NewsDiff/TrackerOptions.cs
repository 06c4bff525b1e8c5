using System.Collections.Immutable;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff;

/// <summary>The options of an <see cref="ArticleTracker"/>.</summary>
/// <remarks>Equality compares policies and stores by reference.</remarks>
public sealed record TrackerOptions
{
    /// <summary>How many sites are visited at once. The default is 4.</summary>
    /// <remarks>No site is visited twice at once.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 10,000.</exception>
    public int MaxConcurrency { get; init => field = OptionRange.Check(value, 1, 10_000); } = 4;

    /// <summary>When articles are visited again.</summary>
    /// <remarks>The default is <see cref="AdaptiveRevisitPolicy.ForArticles"/>.</remarks>
    public IRevisitPolicy ArticlePolicy { get; init; } = AdaptiveRevisitPolicy.ForArticles;

    /// <summary>When feeds are read again. The default is <see cref="AdaptiveRevisitPolicy.ForFeeds"/>.</summary>
    public IRevisitPolicy FeedPolicy { get; init; } = AdaptiveRevisitPolicy.ForFeeds;

    /// <summary>How long a claimed visit is kept from other trackers. The default is 15 minutes.</summary>
    /// <remarks>
    /// Visits begin in the first half of their lease; visits that polite waits would delay beyond that are claimed
    /// again. Two trackers may make a visit that outlives its lease; the result is stored once. A visit fails if its
    /// fetcher does not answer within the lease, or within 15 minutes when the lease is shorter.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or less, or more than a year.</exception>
    public TimeSpan Lease
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromMilliseconds(1), OptionRange.Year);
    } = TimeSpan.FromMinutes(15);

    /// <summary>The seed that spreads visits over time; trackers may differ. The default is 0.</summary>
    public int JitterSeed { get; init; }

    /// <summary>The politeness that learns, at the first pass, when each site was last asked.</summary>
    /// <remarks>
    /// If the fetchers use a politeness of their own, set the same instance here. The default is null:
    /// <see cref="SitePoliteness.Shared"/>, which fetchers use by default.
    /// </remarks>
    public SitePoliteness? Politeness { get; init; }

    /// <summary>How changes are compared, never what is stored; null for the defaults.</summary>
    public DiffOptions? Diff { get; init; }

    /// <summary>Reads the kept page of a version with today's extractor; null, the default, for none.</summary>
    /// <remarks>
    /// When a newer extractor reads a page differently, the tracker compares its reading with that of the kept page, so
    /// that it sees an edit made since. The function returns null for a page that is not kept. Without a function, such
    /// an edit is seen together with the next one. <c>PageArchives.ReadAgainAsync</c> in <c>NewsDiff.Archives</c> is
    /// such a function.
    /// </remarks>
    public Func<ArticleVersion, CancellationToken, Task<Article?>>? ReadAgain { get; init; }

    /// <summary>Where the known articles are kept; null for the store, if it can, or memory.</summary>
    /// <remarks>The default is null.</remarks>
    public IArticleCatalog? Catalog { get; init; }

    /// <summary>Where the planned visits are kept; null for the store, if it can, or memory.</summary>
    /// <remarks>The default is null.</remarks>
    public IVisitStore? Visits { get; init; }

    /// <summary>Where the followed feeds are kept; null for the store, if it can, or memory.</summary>
    /// <remarks>The default is null.</remarks>
    public ISubscriptionStore? Subscriptions { get; init; }

    /// <summary>The feeds that the host's settings or code name.</summary>
    /// <remarks>
    /// The default is empty. The host follows them, and would follow them again, so pages for managing do not remove
    /// them.
    /// </remarks>
    public ImmutableArray<Uri> NamedFeeds { get; init => field = value.IsDefault ? [] : value; } = [];
}
