namespace NewsDiff;

/// <summary>The versions to read; all conditions must hold. The default reads everything.</summary>
public sealed record VersionQuery
{
    /// <summary>Only versions of this article; null for all. The default is null.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Only versions from this host, such as <c>www.example.org</c>; null for all.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Host
    {
        get;

        // Kept as ArticleVersion.Host gives it, so that stores compare two plain strings.
        init => field = Uri.TryCreate("http://" + value, UriKind.Absolute, out Uri? url) ? url.IdnHost : value;
    }

    /// <summary>Only versions first seen at this instant or later. The default is null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only versions first seen before this instant. The default is null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only versions of this number or higher. The default is null.</summary>
    public int? FromNumber { get; init; }

    /// <summary>Only versions of this number or lower. The default is null.</summary>
    public int? ToNumber { get; init; }

    /// <summary>Whether to read the latest first, not the oldest. The default is false.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Only versions that were stored before this one; null for all. The default is null.</summary>
    /// <remarks>If it is unknown, there are none.</remarks>
    public (string ArticleId, int Number)? Before { get; init; }

    /// <summary>The maximum number of versions or changes; null for all. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit { get; init => field = OptionRange.CheckIfAny(value); }

    /// <summary>Whether a version meets every condition, except <see cref="Limit"/>.</summary>
    internal bool Matches(ArticleVersion version) =>
        (ArticleId is null || version.ArticleId == ArticleId)
        && (Host is null || version.Host == Host)
        && (Since is null || version.SeenAt >= Since)
        && (Until is null || version.SeenAt < Until)
        && (FromNumber is null || version.Number >= FromNumber)
        && (ToNumber is null || version.Number <= ToNumber);
}
