using System.Collections.Immutable;

namespace NewsDiff.Events;

/// <summary>The events to read; all conditions must hold. The default reads everything.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record EventQuery
{
    /// <summary>Only events after this place. The default is the beginning of the log.</summary>
    public EventCursor After { get; init; }

    /// <summary>Only events before this place; null for all. The default is null.</summary>
    public EventCursor? Before { get; init; }

    /// <summary>Only events of this article; null for all. The default is null.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Only events of these kinds; all if it is empty. The default is empty.</summary>
    public ImmutableArray<ArticleEventKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Only events noticed before this instant. The default is null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether to read the latest first, not the oldest. The default is false.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>The maximum number of events; null for all. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit
    {
        get;
        init => field = value is { } limit ? OptionRange.Check(limit, 0) : null;
    }

    /// <summary>Whether an event meets every condition, except <see cref="Limit"/>.</summary>
    internal bool Matches(ArticleEvent happened) =>
        happened.Cursor > After
        && (Before is null || happened.Cursor < Before)
        && (ArticleId is null || happened.ArticleId == ArticleId)
        && (Kinds.IsEmpty || Kinds.Contains(happened.Kind))
        && (Until is null || happened.At < Until);
}
