using System.Text.RegularExpressions;

namespace NewsDiff.Tests.Specs;

/// <summary>
/// One example of a specification document: a heading, an old and a new text, and what is to be shown.
/// </summary>
public sealed partial record SpecExample(string Name, string Old, string New, string Expected, DiffOptions Options)
{
    public static IEnumerable<SpecExample> ReadAll(string markdown)
    {
        foreach (string section in markdown.ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            string name = section[..section.IndexOf('\n', StringComparison.Ordinal)];
            yield return new SpecExample(
                name, Block(section, "old"), Block(section, "new"), Block(section, "diff", "rows", "shown"),
                ReadOptions(section));
        }
    }

    public override string ToString() => Name;

    private static DiffOptions ReadOptions(string section) => new()
    {
        IgnoreTypography = section.Contains("\nOptions: IgnoreTypography\n", StringComparison.Ordinal),
        IgnoreCase = section.Contains("\nOptions: IgnoreCase\n", StringComparison.Ordinal),
        IgnoreInvisible = section.Contains("\nOptions: IgnoreInvisible\n", StringComparison.Ordinal),
    };

    private static string Block(string section, params ReadOnlySpan<string> languages)
    {
        foreach (Match fence in Fence().Matches(section))
        {
            if (languages.Contains(fence.Groups[1].Value))
            {
                return fence.Groups[2].Value.Replace('␍', '\r').Replace('⍽', '\u00A0').Replace('⁞', '\u00AD');
            }
        }

        throw new FormatException($"This example lacks a block: {section}");
    }

    [GeneratedRegex("^```(old|new|diff|rows|shown)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
