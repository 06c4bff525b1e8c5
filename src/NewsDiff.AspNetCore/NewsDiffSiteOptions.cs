using NewsDiff.Pages;

namespace NewsDiff.AspNetCore;

/// <summary>The options of a mapped site.</summary>
public sealed record NewsDiffSiteOptions
{
    /// <summary>The name of the site. The default is "NewsDiff".</summary>
    public string SiteName { get; init; } = "NewsDiff";

    /// <summary>The language of the pages' own words; articles keep theirs. The default is <c>en</c>.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="PageRenderer.Languages"/>.</exception>
    public string Language { get; init => field = new PageOptions { Language = value }.Language; } = "en";

    /// <summary>The address of the front page that readers use; null for that of the request.</summary>
    /// <remarks>
    /// The default is null. An example is <c>https://news.example.org/changes/</c>. Set it behind a proxy, and wherever
    /// feeds must keep one address: otherwise links in feeds repeat the host name of the request.
    /// </remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? PublicUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>The pictures that comparisons name for sharing; null for none.</summary>
    /// <remarks>
    /// The default is null. <c>CardRenderer</c> of NewsDiff.Cards makes them. They need <see cref="PublicUrl"/>, where
    /// services read them.
    /// </remarks>
    public IChangePictures? Pictures { get; init; }

    /// <summary>Where pages are read from; null for the store that the host registered.</summary>
    /// <remarks>The default is null.</remarks>
    public PageSource? Source { get; init; }

    /// <summary>The name of the tracker, as in <c>AddNewsDiff("name")</c>; null for the one without a name.</summary>
    /// <remarks>The default is null. <see cref="Source"/> replaces it.</remarks>
    public string? TrackerName { get; init; }

    /// <summary>The host's policy for managing what is followed; null to map no such pages.</summary>
    /// <remarks>
    /// The default is null. With a policy, pages below <c>manage/</c> add, pause and remove feeds and articles, and
    /// erase texts. They need <c>AddAuthorization</c> with that policy, <c>AddAntiforgery</c>, <c>AddNewsDiff</c> and
    /// <see cref="PublicUrl"/>, the last unless they are used on the machine itself.
    /// </remarks>
    public string? ManagePolicy { get; init; }

    /// <summary>Whether the JSON API is mapped below <c>api/</c>. The default is true.</summary>
    public bool HasApi { get; init; } = true;

    /// <summary>The maximum number of answers made at once; other requests wait.</summary>
    /// <remarks>The default is the number of processors, at least 2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxConcurrency { get; init => field = OptionRange.Check(value, 1); } =
        Math.Max(2, Environment.ProcessorCount);

    /// <summary>The maximum number of waiting requests; further ones get 503. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxWaiting { get; init => field = OptionRange.Check(value, 0); } = 64;

    /// <summary>The memory for kept answers, in bytes; 0 keeps none. The default is 64 MiB.</summary>
    /// <remarks>
    /// An answer is used again while the store is as it was; plans, such as the time of the next check, may be 30
    /// seconds old. All whom the host lets in get the same bytes: set 0 if <see cref="Source"/> reads something else
    /// for each of them.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxCacheBytes { get; init => field = OptionRange.Check(value, 0); } = 64 * 1024 * 1024;
}
