using System.Globalization;

namespace NewsDiff.Rendering;

/// <summary>Says in words which part a paragraph plays that played another one before.</summary>
internal static class RolePhrase
{
    /// <summary>Words such as "Now a heading" or "No longer a quotation"; null when the part is the same.</summary>
    internal static string? Of(ParagraphChange change) => change switch
    {
        { HasNewRole: false } => null,
        { NewKind: ParagraphKind.Text } => $"No longer {NameOf(change.OldKind)}",
        { OldKind: ParagraphKind.Text } => $"Now {NameOf(change.NewKind)}",
        _ => $"Now {NameOf(change.NewKind)}, no longer {NameOf(change.OldKind)}",
    };

    /// <summary>The same of all paragraphs of a comparison, in a few words; null when none plays another part.</summary>
    internal static string? Summarize(ArticleDiff diff)
    {
        string[] roles = [.. diff.Paragraphs.Select(Of).OfType<string>()];
        return roles switch
        {
            [] => null,
            [string only] => $"a paragraph is {char.ToLowerInvariant(only[0])}{only[1..]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"form of {roles.Length} paragraphs changed"),
        };
    }

    private static string NameOf(ParagraphKind? kind) => kind switch
    {
        ParagraphKind.Heading => "a heading",
        ParagraphKind.ListItem => "a list item",
        ParagraphKind.Quote => "a quotation",
        ParagraphKind.TableRow => "a table row",
        ParagraphKind.Preformatted => "preformatted",
        ParagraphKind.Correction => "a correction",
        _ => "running text",
    };
}
