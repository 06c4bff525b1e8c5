using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;
using NewsDiff.Rendering.Terminal;

namespace NewsDiff.Rendering;

/// <summary>Writes comparisons for a terminal, without the texts' control and direction characters.</summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
public sealed class AnsiDiffRenderer : IDiffRenderer
{
    /// <summary>
    /// Marks changes by colour, otherwise as <c>[-deleted-]</c> and <c>{+inserted+}</c>. The default is true.
    /// </summary>
    /// <remarks>
    /// Moved text is shown as <c>[↕1 moved]</c> at its new place, with its own edits inside, and as <c>[↕1]</c> at its
    /// old place.
    /// </remarks>
    public bool Color { get; init; } = true;

    /// <summary>The columns at which lines are wrapped, at least 20; null for no wrapping.</summary>
    /// <remarks>The default is null.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 20.</exception>
    public int? Width { get; init => field = value is { } columns ? OptionRange.Check(columns, 20) : null; }

    /// <summary>Whether unchanged paragraphs are written too. The default is false: they are counted.</summary>
    public bool ShowUnchanged { get; init; }

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
        if (diff.HasTitle)
        {
            WriteParagraph(writer, "", TextPieces.OfBoth(diff.Title), TerminalStyle.Title);
            writer.Write('\n');
        }

        WriteRows(ArticleRows.Of(diff), writer);
    }

    private void WriteRows(ImmutableArray<DiffRow> rows, TextWriter writer)
    {
        int unchanged = 0;
        foreach (DiffRow row in rows.Where(row => !row.IsToldElsewhere))
        {
            if (row.IsPlain && !ShowUnchanged)
            {
                unchanged++;
                continue;
            }

            WriteCount(writer, unchanged);
            unchanged = 0;
            WriteRow(writer, row);
        }

        WriteCount(writer, unchanged);
    }

    private void WriteCount(TextWriter writer, int unchanged)
    {
        if (unchanged > 0)
        {
            WriteNote(writer, RowWords.OfUnchanged(unchanged, EnglishTexts.Instance));
        }
    }

    private void WriteRow(TextWriter writer, DiffRow row)
    {
        if (RowWords.OfMove(row, EnglishTexts.Instance) is { } moved)
        {
            WriteNote(writer, $"({moved})");
        }

        if (row.Kind is ParagraphChangeKind.Split or ParagraphChangeKind.Merged)
        {
            WriteNote(writer, $"({RowWords.OfKind(row, EnglishTexts.Instance)})");
        }

        if (row.NewRole is { } role)
        {
            WriteNote(writer, $"({role})");
        }

        if (RowWords.OfMarks(row, EnglishTexts.Instance) is { } marks)
        {
            WriteNote(writer, $"({marks})");
        }

        WriteParagraph(writer, GutterOf(row), row.Both, TerminalStyle.Plain);
    }

    private static string GutterOf(DiffRow row) => row.Kind switch
    {
        _ when row.IsMovedWhole => "> ",
        ParagraphChangeKind.Unchanged => row.MovedFrom is not null ? "> " : row.NewRole is not null ? "~ " : "  ",
        ParagraphChangeKind.Inserted => "+ ",
        ParagraphChangeKind.Deleted => "- ",
        _ => "~ ",
    };

    private void WriteNote(TextWriter writer, string text)
    {
        var line = new TerminalParagraph(writer, "  ", this);
        line.Add(text, TerminalStyle.Quiet);
        line.End();
    }

    private void WriteParagraph(TextWriter writer, string gutter, ImmutableArray<TextPiece> pieces, TerminalStyle plain)
    {
        var paragraph = new TerminalParagraph(writer, gutter, this);
        MoveMark open = default;
        for (int i = 0; i < pieces.Length; i++)
        {
            EnterMove(paragraph, ref open, pieces[i].Move);
            WritePiece(paragraph, pieces, i, open.IsMove ? TerminalStyle.Moved : plain);
        }

        EnterMove(paragraph, ref open, default);
        paragraph.End();
    }

    private static void EnterMove(TerminalParagraph paragraph, ref MoveMark open, MoveMark move)
    {
        if (move == open)
        {
            return;
        }

        if (open.IsMove)
        {
            paragraph.Add("]", TerminalStyle.Moved);
        }

        if (move.IsMove)
        {
            paragraph.Add($"[{RowWords.SignOf(move)}{(move.IsOld ? "" : " ")}", TerminalStyle.Moved);
        }

        open = move;
    }

    private static void WritePiece(
        TerminalParagraph paragraph, ImmutableArray<TextPiece> pieces, int index, TerminalStyle plain)
    {
        TextPiece piece = pieces[index];
        TerminalStyle style = piece.Kind switch
        {
            EditKind.Delete => TerminalStyle.Deleted,
            EditKind.Insert => TerminalStyle.Inserted,
            _ => plain,
        };
        if (!piece.IsChange)
        {
            paragraph.Add(piece.IsBreak ? "\n" : piece.Text.Span, plain);
        }
        else if (piece.IsBreak)
        {
            paragraph.AddMarked("¶", style);
            paragraph.Add(TextPieces.IsJoint(pieces, index) ? " " : "\n", plain);
        }
        else
        {
            paragraph.Add(piece.Lead, plain);
            paragraph.AddMarked(piece.Core, style);
            paragraph.Add(piece.Trail, plain);
        }
    }
}
