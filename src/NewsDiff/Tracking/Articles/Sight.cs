using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>All that is known when a visit to an article is judged.</summary>
internal sealed record Sight
{
    /// <summary>The state before the visit.</summary>
    public required Visit Before { get; init; }

    /// <summary>What earlier visits remembered, as of now.</summary>
    public required VisitMemory Memory { get; init; }

    /// <summary>The result of the request.</summary>
    public required FetchResult Fetched { get; init; }

    /// <summary>The current version, or null.</summary>
    public ArticleVersion? Latest { get; init; }

    /// <summary>The article of the current version, with later changes of its metadata; or null.</summary>
    public Article? Current { get; init; }

    /// <summary>The time of the visit.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Another article of the site that shows the same text, by its address; null for none.</summary>
    public Uri? SharedWith { get; init; }

    /// <summary>Whether a redirect led to a page that cannot be this article's new address.</summary>
    public bool IsLedElsewhere { get; init; }

    /// <summary>What a newer extractor reads in the kept page of the current version; null for nothing.</summary>
    public Article? LatestReadAgain { get; init; }

    /// <summary>Whether an earlier version has the text, as far as the store was asked.</summary>
    public bool WasSaidBefore { get; init; }

    /// <summary>Whether an earlier version with the text was taken down, as far as the store was asked.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the latest version itself repeats an earlier one, as far as the store was asked.</summary>
    public bool IsLatestRepeated { get; init; }
}
