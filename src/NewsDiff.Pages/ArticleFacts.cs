using NewsDiff.Tracking;

namespace NewsDiff.Pages;

/// <summary>The facts about an article, apart from its text.</summary>
public sealed record ArticleFacts
{
    /// <summary>The article's id in its store.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The address to link to.</summary>
    public required Uri Url { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The number of stored versions, counted from 1 without gaps.</summary>
    public required int VersionCount { get; init; }

    /// <summary>The name of its group, such as <c>bbc</c>; null for the host of its address.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Source { get; init; }

    /// <summary>When it is checked next; null when it is no longer checked.</summary>
    /// <remarks>The default is null.</remarks>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>The time of the last check; null when there was none. The default is null.</summary>
    public DateTimeOffset? LastCheckedAt { get; init; }

    /// <summary>Why the last check found no article text; null when it found one.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Trouble { get; init; }

    /// <summary>Its state. The default is <see cref="VisitState.Active"/>.</summary>
    public VisitState State { get; init; } = VisitState.Active;
}
