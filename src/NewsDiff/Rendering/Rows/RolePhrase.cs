namespace NewsDiff.Rendering.Rows;

/// <summary>Describes the change of a paragraph's kind in words.</summary>
internal static class RolePhrase
{
    /// <summary>A phrase such as "Now a heading" or "No longer a quotation"; null when unchanged.</summary>
    internal static string? Of(ParagraphChange change, IOwnTexts texts) => (change.OldKind, change.NewKind) switch
    {
        (null, _) or (_, null) => null,
        var (before, after) when before == after => null,
        (_, ParagraphKind.Text) => texts.Say(FormerOf(change.OldKind)),
        (ParagraphKind.Text, _) => texts.Say(PresentOf(change.NewKind)),
        _ => texts.Say(
            "{0}, {1}", texts.Say(PresentOf(change.NewKind)), WithSmallStart(texts.Say(FormerOf(change.OldKind)))),
    };

    /// <summary>A short phrase for all paragraphs of a comparison; null when no kind changed.</summary>
    internal static string? Summarize(ArticleDiff diff, IOwnTexts texts)
    {
        string[] roles = [.. diff.Paragraphs.Select(change => Of(change, texts)).OfType<string>()];
        return roles switch
        {
            [] => null,
            [string only] => texts.Say("a paragraph is {0}", WithSmallStart(only)),
            _ => texts.Count("form of {0} paragraphs changed", roles.Length),
        };
    }

    private static string WithSmallStart(string phrase) => char.ToLowerInvariant(phrase[0]) + phrase[1..];

    private static string PresentOf(ParagraphKind? kind) => kind switch
    {
        ParagraphKind.Heading => "Now a heading",
        ParagraphKind.ListItem => "Now a list item",
        ParagraphKind.Quote => "Now a quotation",
        ParagraphKind.TableRow => "Now a table row",
        ParagraphKind.Preformatted => "Now preformatted",
        ParagraphKind.Correction => "Now a correction",
        _ => "Now running text",
    };

    private static string FormerOf(ParagraphKind? kind) => kind switch
    {
        ParagraphKind.Heading => "No longer a heading",
        ParagraphKind.ListItem => "No longer a list item",
        ParagraphKind.Quote => "No longer a quotation",
        ParagraphKind.TableRow => "No longer a table row",
        ParagraphKind.Preformatted => "No longer preformatted",
        ParagraphKind.Correction => "No longer a correction",
        _ => "No longer running text",
    };
}
