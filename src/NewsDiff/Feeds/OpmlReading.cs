using System.Collections.Immutable;

namespace NewsDiff.Feeds;

/// <summary>What was read of a list of feeds.</summary>
/// <param name="Feeds">The feeds, each address once, in the list's order.</param>
/// <param name="Refused">The outlines without a feed that can be followed, in the list's order.</param>
public sealed record OpmlReading(ImmutableArray<OpmlFeed> Feeds, ImmutableArray<OpmlRefusal> Refused)
{
    /// <summary>The feeds, each address once, in the list's order.</summary>
    public ImmutableArray<OpmlFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = Feeds.IsDefault ? [] : Feeds;

    /// <summary>The outlines without a feed that can be followed, in the list's order.</summary>
    public ImmutableArray<OpmlRefusal> Refused { get; init => field = value.IsDefault ? [] : value; } = Refused.IsDefault ? [] : Refused;
}
