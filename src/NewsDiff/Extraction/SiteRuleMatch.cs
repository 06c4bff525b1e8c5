using System.Collections.Immutable;

namespace NewsDiff.Extraction;

/// <summary>What one selector of a site's rule matches on a page.</summary>
/// <param name="Field">The field, such as <c>body</c>.</param>
/// <param name="Selector">Its selector.</param>
/// <param name="Texts">The text of each match, in the page's order, up to 1,000,000 characters in all.</param>
public sealed record SiteRuleMatch(string Field, string Selector, ImmutableArray<string> Texts)
{
    /// <summary>The text of each match, in the page's order.</summary>
    public ImmutableArray<string> Texts { get; init => field = value.IsDefault ? [] : value; } = Texts.IsDefault ? [] : Texts;
}
