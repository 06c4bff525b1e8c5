namespace NewsDiff.Events;

/// <summary>The events to read; all conditions must hold. The default reads everything.</summary>
public sealed record EventQuery
{
    /// <summary>Only events after this place. The default is the beginning of the log.</summary>
    public EventCursor After { get; init; }

    /// <summary>Only events of this article; null for all. The default is null.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Whether to read the latest first, not the oldest. The default is false.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>The most events to read; null for all. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit
    {
        get;
        init => field = value is { } limit ? OptionRange.Check(limit, 0) : null;
    }
}
