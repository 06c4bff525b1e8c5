using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsDiff.Classification;
using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering;

/// <summary>Writes changes as HTML for mail and feed readers, styled by attributes only.</summary>
/// <remarks>
/// Without styles, a change reads <c>[−Monday] [+Tuesday]</c>, and moved text <c>[↕1 …]</c>. Unchanged paragraphs are
/// counted, not shown. Colours come in pairs of letters and ground, so that dark mail programs stay legible.
/// Instances are immutable and safe to share.
/// </remarks>
public sealed class MailDiffRenderer : IDiffRenderer
{
    private const string Inserted = "color:#0b4f26;background-color:#b6ecc5;text-decoration:underline";
    private const string Deleted = "color:#7d1616;background-color:#ffcfca;text-decoration:line-through";
    private const string Moved = "color:#0b4a86;background-color:#eef5fc;text-decoration:underline";

    // No row takes fewer bytes: when so few are left, none is tried.
    private const int Least = 20;

    // No colour: a grey that is legible on white is not on black.
    private const string Quiet = "font-style:italic";

    /// <summary>The maximum size of the HTML in bytes of UTF-8; null for any.</summary>
    /// <remarks>
    /// The default is null. A longer comparison is written with its most telling paragraphs first, the longest of them
    /// shortened, and ends with the number of those left out.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1,000.</exception>
    public int? MaxBytes { get; init => field = value is { } some ? OptionRange.Check(some, 1000) : null; }

    /// <summary>The words that the renderer adds. The default is English.</summary>
    internal IOwnTexts Texts { get; init; } = EnglishTexts.Instance;

    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        Render(TextRows.Of(diff), title: null, language: "", static () => [], writer);
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        string? tag = diff.After.Language;
        string language = HtmlText.IsLanguage(tag) ? $" lang=\"{tag}\"" : "";
        DiffRow? title = diff.Title.HasChanges
            ? new DiffRow { Kind = ParagraphChangeKind.Modified, Both = TextPieces.OfBoth(diff.Title) }
            : null;
        Render(ArticleRows.Of(diff, Texts), title, language, () => TellingChanges(diff), writer);
    }

    private static IEnumerable<ParagraphChange> TellingChanges(ArticleDiff diff) =>
        TellingOrder.RowsOf(ChangeClassifier.ReadRows(diff).Labels)
            .Where(static row => row != ChangeLabel.HeadlineRow)
            .Select(row => diff.Paragraphs[row]);

    private void Render(
        ImmutableArray<DiffRow> rows,
        DiffRow? title,
        string language,
        Func<IEnumerable<ParagraphChange>> telling,
        TextWriter writer)
    {
        if (MaxBytes is not { } most)
        {
            WriteTitle(title, language, writer);
            WriteRows(rows, language, writer);
            return;
        }

        if (WholeWithin(rows, title, language, most) is { } whole)
        {
            writer.Write(whole);
            return;
        }

        WriteTelling([.. InOrder(rows, telling())], title, language, most, writer);
    }

    /// <summary>All rows, in reading order; null when they do not fit.</summary>
    private string? WholeWithin(ImmutableArray<DiffRow> rows, DiffRow? title, string language, int most)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        WriteTitle(title, language, text);

        // No character takes less than a byte, so most that is too long is found out early.
        WriteRows(rows, language, text, until: () => text.GetStringBuilder().Length > most);
        string whole = text.ToString();
        return SizeOf(whole) <= most ? whole : null;
    }

    /// <summary>The rows that changed, the most telling first.</summary>
    private static IEnumerable<DiffRow> InOrder(
        ImmutableArray<DiffRow> rows, IEnumerable<ParagraphChange> telling)
    {
        List<DiffRow> changed = [.. rows.Where(row => !row.IsToldElsewhere && !row.IsPlain)];
        ILookup<(int, int), DiffRow> places = changed.ToLookup(
            static row => PlaceOf(row.OldIndexes, row.NewIndexes));
        return telling
            .SelectMany(change => places[PlaceOf(change.OldIndexes, change.NewIndexes)])
            .Concat(changed)
            .Distinct(ReferenceEqualityComparer.Instance).Cast<DiffRow>();
    }

    private static (int Old, int New) PlaceOf(ImmutableArray<int> old, ImmutableArray<int> @new) =>
        (old is [var first, ..] ? first : -1, @new is [var now, ..] ? now : -1);

    /// <summary>Writes as many rows as fit, a long one shortened, and the number of the others.</summary>
    private void WriteTelling(
        List<DiffRow> rows, DiffRow? title, string language, int most, TextWriter writer)
    {
        int left = most - SizeOf(Written(text => WriteLeftOut(text, rows.Count + 1)));
        int leftOut = 0;
        if (title is not null && !TryWrite(title, WriteTitle))
        {
            leftOut++;
        }

        foreach (DiffRow row in rows)
        {
            leftOut += TryWrite(row, WriteRow) ? 0 : 1;
        }

        WriteLeftOut(writer, leftOut);

        bool TryWrite(DiffRow row, Action<DiffRow, string, TextWriter> write)
        {
            for (int attempt = 0; attempt < 2 && left > Least; attempt++)
            {
                DiffRow shown = attempt == 0 ? row : row with { Both = Excerpt.Of(row) };
                string html = Written(text => write(shown, language, text));
                if (SizeOf(html) <= left)
                {
                    left -= SizeOf(html);
                    writer.Write(html);
                    return true;
                }
            }

            return false;
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(text);
        return text.ToString();
    }

    private static int SizeOf(string html) => Encoding.UTF8.GetByteCount(html);

    private void WriteRows(
        ImmutableArray<DiffRow> rows, string language, TextWriter writer, Func<bool>? until = null)
    {
        int unchanged = 0;
        foreach (DiffRow row in rows.Where(row => !row.IsToldElsewhere))
        {
            if (until?.Invoke() == true)
            {
                return;
            }

            if (row.IsPlain)
            {
                unchanged++;
                continue;
            }

            WriteCount(writer, unchanged);
            unchanged = 0;
            WriteRow(row, language, writer);
        }

        WriteCount(writer, unchanged);
    }

    private static void WriteTitle(DiffRow? title, string language, TextWriter writer)
    {
        if (title is not null)
        {
            writer.Write($"<h3 dir=\"auto\"{language}>");
            WritePieces(title.Both, writer);
            writer.Write("</h3>\n");
        }
    }

    private void WriteRow(DiffRow row, string language, TextWriter writer)
    {
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

    private void WriteLeftOut(TextWriter writer, int leftOut)
    {
        if (leftOut > 0)
        {
            WriteNote(writer, Texts.Count("… {0} changed paragraphs left out", leftOut));
        }
    }

    private static void WriteNote(TextWriter writer, string text) =>
        writer.Write($"<p style=\"{Quiet}\">{HtmlText.Encode(text)}</p>\n");
}
