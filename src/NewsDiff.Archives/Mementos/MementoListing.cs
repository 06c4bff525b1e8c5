using System.Collections.Immutable;

namespace NewsDiff.Archives.Mementos;

/// <summary>The result of asking an archive for its captures.</summary>
public sealed record MementoListing
{
    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The captures in order of time, without consecutive captures known to be equal.</summary>
    public ImmutableArray<Memento> Mementos { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The reason for the status, in a sentence for people; null when it was fetched.</summary>
    public string? Reason { get; init; }
}
