namespace NewsDiff.Pages;

/// <summary>A followed article in a list.</summary>
public sealed record ArticleEntry
{
    /// <summary>Its latest version; the version's number shows how often the article changed.</summary>
    public required ArticleVersion Latest { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The name of its group; null for the host of its address.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Source { get; init; }
}
