using System.Collections.Immutable;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Rules;

/// <summary>A site's rule with its selectors ready to match.</summary>
internal sealed class CompiledRule
{
    private readonly ImmutableArray<(RuleField Field, string Text, ISelector Selector)> _selectors;

    public CompiledRule(SiteRule rule, IEnumerable<(RuleField Field, string Text, ISelector Selector)> selectors)
    {
        Rule = rule;
        _selectors = [.. selectors];
    }

    public SiteRule Rule { get; }

    /// <summary>The fields whose selectors match an element.</summary>
    public RuleField FieldsOf(IElement element)
    {
        RuleField fields = RuleField.None;
        foreach ((RuleField field, _, ISelector selector) in _selectors)
        {
            fields |= selector.Match(element, null) ? field : RuleField.None;
        }

        return fields;
    }

    /// <summary>The value of a matched element's attribute, which is read instead of its text.</summary>
    public static string? StatedBy(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content");

    /// <summary>The texts that the selector of each field matches on a page.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Try(IHtmlDocument document) =>
        _selectors.ToImmutableDictionary(
            entry => SiteRulesReader.NameOf(entry.Field),
            entry => TextsOf(document.All.Where(element => entry.Selector.Match(element, null))).ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>The texts of elements; they may be nested, each with the whole page's text.</summary>
    private static IEnumerable<string> TextsOf(IEnumerable<IElement> elements)
    {
        int length = 0;
        foreach (IElement element in elements)
        {
            string text = PlainText.Cut(
                PlainText.Collapse(StatedBy(element) ?? element.TextContent), PageLimits.MatchesLength - length);
            yield return text;
            length += text.Length;
            if (length >= PageLimits.MatchesLength)
            {
                yield break;
            }
        }
    }
}
