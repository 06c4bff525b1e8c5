using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Rules;

/// <summary>A site's rule with its selectors ready to match.</summary>
internal sealed class CompiledRule
{
    /// <summary>What stands between alternatives in the text of a rule.</summary>
    private const string Else = " else ";

    public CompiledRule(string host, IEnumerable<RuleSelector> selectors)
    {
        Selectors = [.. selectors];
        Rule = new SiteRule
        {
            Host = host,
            Title = TextOf(RuleField.Title),
            Body = TextOf(RuleField.Body),
            Remove = TextOf(RuleField.Remove),
            Date = TextOf(RuleField.Date),
            Authors = TextOf(RuleField.Authors),
        };
    }

    public SiteRule Rule { get; }

    /// <summary>The selectors; the alternatives of a field follow each other in their order.</summary>
    public ImmutableArray<RuleSelector> Selectors { get; }

    /// <summary>The value of a matched element's attribute, which is read instead of its text.</summary>
    public static string? StatedBy(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content");

    /// <summary>The texts that the selector of each field matches on a page.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Try(IHtmlDocument document) =>
        Selectors.GroupBy(entry => entry.Field).ToImmutableDictionary(
            field => SiteRulesReader.NameOf(field.Key),
            field => field.Select(entry => TextsOf(MatchesOf(entry, document)).ToImmutableArray())
                .FirstOrDefault(texts => texts.Length > 0, []),
            StringComparer.Ordinal);

    private string? TextOf(RuleField field)
    {
        string[] texts = [.. Selectors.Where(entry => entry.Field == field).Select(entry => entry.Text)];
        return texts.Length == 0 ? null : string.Join(Else, texts);
    }

    private static IEnumerable<IElement> MatchesOf(RuleSelector entry, IHtmlDocument document) =>
        document.All.Where(element => entry.Selector.Match(element, null));

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
