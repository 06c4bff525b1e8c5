using System.Globalization;

namespace NewsDiff.Rendering.Rows;

/// <summary>Describes the change of a paragraph's kind in words.</summary>
internal static class RolePhrase
{
    /// <summary>A phrase such as "Now a heading" or "No longer a quotation"; null when unchanged.</summary>
    internal static string? Of(ParagraphChange change) => (change.OldKind, change.NewKind) switch
    {
        (null, _) or (_, null) => null,
        var (before, after) when before == after => null,
        (_, ParagraphKind.Text) => $"No longer {NameOf(change.OldKind)}",
        (ParagraphKind.Text, _) => $"Now {NameOf(change.NewKind)}",
        _ => $"Now {NameOf(change.NewKind)}, no longer {NameOf(change.OldKind)}",
    };

    /// <summary>A short phrase for all paragraphs of a comparison; null when no kind changed.</summary>
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
