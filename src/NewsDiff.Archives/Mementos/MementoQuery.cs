namespace NewsDiff.Archives.Mementos;

/// <summary>Which captures of a page to list.</summary>
public sealed record MementoQuery
{
    /// <summary>The page.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>Only captures made at this instant or later. The default is null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only captures made before this instant. The default is null.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The maximum number of captures, earliest first; null for all. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit { get; init => field = OptionRange.CheckIfAny(value); }
}
