using System.Collections.Immutable;

namespace NewsDiff.Extraction;

/// <summary>The matches of one selector of a site's rule on a page.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record SiteRuleMatch
{
    /// <summary>The field, such as <c>body</c>.</summary>
    public required string Field { get; init; }

    /// <summary>Its selector.</summary>
    public required string Selector { get; init; }

    /// <summary>The text of each match, in the page's order, up to 1,000,000 characters in all.</summary>
    public ImmutableArray<string> Texts { get; init => field = value.IsDefault ? [] : value; } = [];
}
