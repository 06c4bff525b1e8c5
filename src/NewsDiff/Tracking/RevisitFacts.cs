namespace NewsDiff.Tracking;

/// <summary>The facts about a page or feed for an <see cref="IRevisitPolicy"/>, after a visit.</summary>
public readonly record struct RevisitFacts
{
    /// <summary>The time since its last change; zero when this visit found the change.</summary>
    public TimeSpan SinceChange { get; init; }

    /// <summary>The interval that ended with this visit; zero at the first one.</summary>
    public TimeSpan LastInterval { get; init; }

    /// <summary>The time since an article's first visit; zero for a feed.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>How old an article said it was when its feed was added; zero when unknown.</summary>
    /// <remarks>
    /// Zero also for an article that the feed announces later, or that a person asked for. The latest of the dates of
    /// the page and its entry counts. Less than half a day counts as zero, because many sites state a wrong zone; so
    /// does a date in the future or before 1990.
    /// </remarks>
    public TimeSpan StatedAge { get; init; }

    /// <summary>How often an article has changed since its first version; 0 for a feed.</summary>
    /// <remarks>A return to an earlier text does not count.</remarks>
    public int Changes { get; init; }

    /// <summary>How often the site's articles of this age change, compared with all sites.</summary>
    /// <remarks>A ratio of rates: 1 is average; 0 is unknown, and the value for a feed.</remarks>
    public double SiteActivity { get; init; }
}
