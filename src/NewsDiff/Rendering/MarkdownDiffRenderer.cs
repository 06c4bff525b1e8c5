using System.Collections.Immutable;
using NewsDiff.Rendering.Markdown;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering;

/// <summary>
/// Writes comparisons as Markdown: <c>~~deleted~~</c> and <c>**inserted**</c>, paragraphs as block quotes.
/// </summary>
/// <remarks>
/// Moved text is shown as <c>[↕1 moved]</c> at its new place and as <c>[↕1]</c> at its old place. The output reads well
/// on GitHub, and wherever strike-through is supported. Instances are immutable and safe to share.
/// </remarks>
public sealed class MarkdownDiffRenderer : IDiffRenderer
{
    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        WriteRows(TextRows.Of(diff), writer);
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        ImmutableArray<DiffRow> rows = ArticleRows.Of(diff);
        if (diff.HasTitle)
        {
            writer.Write("# ");
            new MarkdownParagraph(writer, " ").Write(TextPieces.OfBoth(diff.Title));
            writer.Write(rows.IsEmpty ? "\n" : "\n\n");
        }

        if (!rows.IsEmpty)
        {
            WriteRows(rows, writer);
        }
    }

    private static void WriteRows(ImmutableArray<DiffRow> rows, TextWriter writer)
    {
        bool first = true;
        foreach (DiffRow row in rows.Where(row => !row.IsToldElsewhere))
        {
            // Two quotes with only a blank line between them would be read as one.
            writer.Write(first ? "" : "\n<!-- -->\n\n");
            first = false;
            if (RowWords.Of(row, EnglishTexts.Instance) is { } label)
            {
                writer.Write($"> *{label}*\n>\n");
            }

            writer.Write("> ");
            new MarkdownParagraph(writer, "\n>\n> ").Write(row.Both);
            writer.Write('\n');
        }
    }
}
