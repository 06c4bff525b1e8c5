using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsDiff.Extraction;

namespace NewsDiff.Tool.Output;

/// <summary>The matches of a rule's selectors: a line per field, then its first matches.</summary>
internal static class RuleMatchesText
{
    private const int MostShown = 5;
    private const int LongestShown = 100;

    internal static string Of(SiteRule rule, IReadOnlyDictionary<string, ImmutableArray<string>> matches)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"The rule of {rule.Host}:\n");
        foreach ((string field, string? selector) in SelectorsOf(rule))
        {
            if (!matches.TryGetValue(field, out ImmutableArray<string> texts))
            {
                continue;
            }

            string count = texts.Length switch
            {
                0 => "nothing",
                1 => "1 element",
                int many => string.Create(CultureInfo.InvariantCulture, $"{many} elements"),
            };
            text.Append(
                CultureInfo.InvariantCulture, $"\n{field}: {Printable.Of(selector ?? "")} matches {count}\n");
            foreach (string found in texts.Take(MostShown))
            {
                text.Append("  ").Append(Printable.Of(Shortened(found))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static (string Field, string? Selector)[] SelectorsOf(SiteRule rule) =>
    [
        ("title", rule.Title), ("body", rule.Body), ("remove", rule.Remove), ("date", rule.Date),
        ("authors", rule.Authors),
    ];

    private static string Shortened(string text)
    {
        if (text.Length <= LongestShown)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
        return text[..end] + "…";
    }
}
