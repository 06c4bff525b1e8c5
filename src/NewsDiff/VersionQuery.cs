namespace NewsDiff;

/// <summary>Which versions to read. All conditions must hold; the default reads everything.</summary>
public sealed record VersionQuery
{
    /// <summary>Only versions of this article. The default is null: of all.</summary>
    public string? ArticleId { get; init; }

    /// <summary>
    /// Only versions read from this host, such as <c>www.example.org</c>. The default is null: from all.
    /// </summary>
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

    /// <summary>Reads the latest first. The default is false: in the order of appending.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Reads at most so many. The default is null: all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a version meets every condition; <see cref="Limit"/> is none.</summary>
    internal bool Matches(ArticleVersion version) =>
        (ArticleId is null || version.ArticleId == ArticleId)
        && (Host is null || version.Host == Host)
        && (Since is null || version.SeenAt >= Since)
        && (Until is null || version.SeenAt < Until)
        && (FromNumber is null || version.Number >= FromNumber)
        && (ToNumber is null || version.Number <= ToNumber);
}
