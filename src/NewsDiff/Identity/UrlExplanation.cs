using System.Collections.Immutable;

namespace NewsDiff.Identity;

/// <summary>Why an address has the canonical form that it has.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record UrlExplanation
{
    /// <summary>The address as it was given.</summary>
    public required Uri Original { get; init; }

    /// <summary>The canonical address.</summary>
    public required Uri Canonical { get; init; }

    /// <summary>The key by which an article there is known again.</summary>
    public required string Key { get; init; }

    /// <summary>Every decision as a sentence, in order, including decisions to keep something.</summary>
    public ImmutableArray<string> Decisions { get; init => field = value.IsDefault ? [] : value; } = [];
}
