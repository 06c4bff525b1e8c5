namespace NewsDiff.Research.Import;

/// <summary>A row of the table of sentences.</summary>
internal readonly struct SentenceRow(object?[] cells)
{
    /// <summary>The columns that are read.</summary>
    internal static readonly string[] Columns = ["article_id", "version", "paragraph", "kind", "start", "text"];

    internal long Paragraph => (long)cells[2]!;

    internal string Kind => (string?)cells[3] ?? "";

    internal long Start => (long)cells[4]!;

    internal string Text => (string?)cells[5] ?? "";

    internal bool IsOf(VersionRow version) =>
        (string?)cells[0] == version.ArticleId && (long)cells[1]! == version.Number;
}
