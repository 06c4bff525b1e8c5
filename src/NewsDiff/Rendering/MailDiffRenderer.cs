using System.Collections.Immutable;
using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering;

/// <summary>Writes changes as HTML for mail and feed readers, styled by attributes only.</summary>
/// <remarks>
/// Without styles, a change reads <c>[−Monday] [+Tuesday]</c>, and moved text <c>[↕1 …]</c>. Unchanged paragraphs are
/// counted, not shown. Instances are immutable and safe to share.
/// </remarks>
public sealed class MailDiffRenderer : IDiffRenderer
{
    private const string Inserted = "color:#0b4f26;background-color:#b6ecc5;text-decoration:underline";
    private const string Deleted = "color:#7d1616;background-color:#ffcfca;text-decoration:line-through";
    private const string Moved = "color:#0b4a86;background-color:#eef5fc;text-decoration:underline";
    private const string Quiet = "color:#6b6862";

    /// <summary>The words that the renderer adds. The default is English.</summary>
    internal IOwnTexts Texts { get; init; } = EnglishTexts.Instance;

    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        WriteRows(TextRows.Of(diff), language: "", writer);
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        string? tag = diff.After.Language;
        string language = HtmlText.IsLanguage(tag) ? $" lang=\"{tag}\"" : "";
        if (diff.Title.HasChanges)
        {
            writer.Write($"<h3 dir=\"auto\"{language}>");
            WritePieces(TextPieces.OfBoth(diff.Title), writer);
            writer.Write("</h3>\n");
        }

        WriteRows(ArticleRows.Of(diff, Texts), language, writer);
    }

    private void WriteRows(ImmutableArray<DiffRow> rows, string language, TextWriter writer)
    {
        int unchanged = 0;
        foreach (DiffRow row in rows.Where(row => !row.IsToldElsewhere))
        {
            if (row.IsPlain)
            {
                unchanged++;
                continue;
            }

            WriteCount(writer, unchanged);
            unchanged = 0;
            bool isMarked =
                row is { Kind: ParagraphChangeKind.Inserted or ParagraphChangeKind.Deleted, IsBlank: false };
            if ((isMarked ? RowWords.OfMarks(row, Texts) : RowWords.Of(row, Texts)) is { } note)
            {
                WriteNote(writer, note);
            }

            writer.Write($"<p dir=\"auto\"{language}>");
            WritePieces(row.Both, writer);
            writer.Write("</p>\n");
        }

        WriteCount(writer, unchanged);
    }

    private static void WritePieces(ImmutableArray<TextPiece> pieces, TextWriter writer)
    {
        MoveMark open = default;
        for (int i = 0; i < pieces.Length; i++)
        {
            TextPiece piece = pieces[i];
            EnterMove(ref open, piece.Move, writer);
            if (!piece.IsChange)
            {
                WriteLines(writer, piece.IsBreak ? "\n\n" : piece.Text.Span);
                continue;
            }

            bool isInsert = piece.Kind == EditKind.Insert;
            bool touches = i > 0 && pieces[i - 1] is { IsChange: true, IsBreak: false, Trail.IsEmpty: true };
            HtmlText.Write(writer, piece.IsBreak ? [] : touches && piece.Lead.IsEmpty ? " " : piece.Lead);
            writer.Write(isInsert ? $"<ins style=\"{Inserted}\">[+" : $"<del style=\"{Deleted}\">[−");
            WriteLines(writer, piece.IsBreak ? "¶" : piece.Core);
            writer.Write(isInsert ? "]</ins>" : "]</del>");
            WriteLines(writer, !piece.IsBreak ? piece.Trail : TextPieces.IsJoint(pieces, i) ? " " : "\n");
        }

        EnterMove(ref open, default, writer);
    }

    private static void EnterMove(ref MoveMark open, MoveMark move, TextWriter writer)
    {
        if (move == open)
        {
            return;
        }

        writer.Write(open.IsMove ? "]</span>" : "");
        if (move.IsMove)
        {
            writer.Write($"<span style=\"{Moved}\">[{RowWords.SignOf(move)}{(move.IsOld ? "" : " ")}");
        }

        open = move;
    }

    private static void WriteLines(TextWriter writer, ReadOnlySpan<char> text)
    {
        bool first = true;
        foreach (Range line in text.Split('\n'))
        {
            writer.Write(first ? "" : "<br>");
            first = false;
            HtmlText.Write(writer, text[line]);
        }
    }

    private void WriteCount(TextWriter writer, int unchanged)
    {
        if (unchanged > 0)
        {
            WriteNote(writer, RowWords.OfUnchanged(unchanged, Texts));
        }
    }

    private static void WriteNote(TextWriter writer, string text) =>
        writer.Write($"<p style=\"{Quiet}\">{HtmlText.Encode(text)}</p>\n");
}
