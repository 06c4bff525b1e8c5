using System.Collections.Immutable;

namespace NewsDiff.Identity;

/// <summary>The explanation of an address's canonical form.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record UrlExplanation
{
    /// <summary>The given address.</summary>
    public required Uri Original { get; init; }

    /// <summary>The canonical address.</summary>
    public required Uri Canonical { get; init; }

    /// <summary>The key that identifies its article.</summary>
    public required string Key { get; init; }

    /// <summary>Every decision as a sentence, in order, including decisions to keep something.</summary>
    public ImmutableArray<string> Decisions { get; init => field = value.IsDefault ? [] : value; } = [];
}
