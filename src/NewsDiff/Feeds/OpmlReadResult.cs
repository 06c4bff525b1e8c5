using System.Collections.Immutable;

namespace NewsDiff.Feeds;

/// <summary>The result of reading a list of feeds.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record OpmlReadResult
{
    /// <summary>The feeds, each address once, in the list's order. The default is empty.</summary>
    public ImmutableArray<OpmlFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The outlines without a usable feed, in the list's order. The default is empty.</summary>
    public ImmutableArray<OpmlRefusal> Refused { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why tags were repaired or outlines are missing, or which limit was exceeded; or null.</summary>
    public string? BrokenOff { get; init; }
}
