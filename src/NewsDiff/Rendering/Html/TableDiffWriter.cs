using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes rows as a table: the old side, and the new one.</summary>
internal sealed class TableDiffWriter(TextWriter writer, HtmlDiffOptions options, RowMarkup markup)
{
    private readonly InlineDiffWriter _inline = new(writer, options, markup);
    private string _oldLanguage = "";
    private string _newLanguage = "";

    private bool IsAdaptive => options.Layout == HtmlDiffLayout.Adaptive;

    internal void Write(
        TextDiff? title, ImmutableArray<DiffRow> rows, string oldLanguage, string newLanguage, string direction)
    {
        (_oldLanguage, _newLanguage) = (oldLanguage, newLanguage);
        string adapts = IsAdaptive ? " " + markup.Class("adaptive") : "";
        writer.Write($"<table class=\"{markup.Class("diff")} {markup.Class("side")}{adapts}\"{direction}>\n<thead><tr>");
        writer.Write($"<td class=\"{markup.Class("number")}\"></td>");
        WriteHeading(options.OldHeading, options.OldNote, options.OldLink);
        WriteHeading(options.NewHeading, options.NewNote, options.NewLink);
        writer.Write("</tr></thead>\n<tbody>\n");
        if (title is not null)
        {
            WriteTitle(title);
        }

        foreach (RowRun run in RowRun.Of(rows, options.Context, title is { HasChanges: true }))
        {
            if (run.IsFolded)
            {
                WriteFold(rows, run);
                continue;
            }

            for (int i = run.Start; i < run.Start + run.Count; i++)
            {
                WriteRow(rows[i], i);
            }
        }

        writer.Write("</tbody>\n</table>\n");
    }

    private void WriteHeading(string heading, string? note, Uri? link)
    {
        writer.Write($"<th scope=\"col\"><span dir=\"{markup.Texts.Direction}\">");
        if (link is not null)
        {
            writer.Write("<a href=\"");
            HtmlText.Write(writer, link.OriginalString);
            writer.Write("\">");
        }

        HtmlText.Write(writer, heading);
        writer.Write(link is null ? "" : "</a>");
        if (note is not null)
        {
            writer.Write($" <span class=\"{markup.Class("note")}\">");
            HtmlText.Write(writer, note);
            writer.Write("</span>");
        }

        writer.Write("</span></th>");
    }

    private void WriteTitle(TextDiff title)
    {
        writer.Write($"<tr id=\"{options.IdPrefix}title\" class=\"{markup.Class("row")} {markup.Class("title")}");
        writer.Write(title.HasChanges ? "" : " " + markup.Class("unchanged"));
        writer.Write(title.HasChanges && IsAdaptive ? $" {markup.Class("paired")}\">" : "\">");
        writer.Write($"<th scope=\"row\" class=\"{markup.Class("number")}\">");
        markup.WriteNumber("title", "#", markup.Texts.Say("Link to the title"));
        writer.Write("</th>");
        WriteCell(isOld: true, "", label: null, TextPieces.OfOld(title));
        WriteCell(isOld: false, "title", label: null, TextPieces.OfNew(title));
        if (title.HasChanges && IsAdaptive)
        {
            WriteBoth("title", label: null, TextPieces.OfBoth(title));
        }

        writer.Write("</tr>\n");
    }

    private void WriteFold(ImmutableArray<DiffRow> rows, RowRun run)
    {
        string inline = $"{markup.Class("inline")} {markup.Class("diff")}";
        writer.Write($"<tr class=\"{markup.Class("folded")}\"><td colspan=\"3\"{_newLanguage}><div class=\"{inline}\">");
        _inline.WriteFold(rows, run);
        writer.Write("</div></td></tr>\n");
    }

    private void WriteRow(DiffRow row, int index)
    {
        string id = RowMarkup.IdOf(index);
        string number = RowMarkup.Text(index + 1);
        bool isPaired = IsAdaptive && !row.Old.IsEmpty && !row.New.IsEmpty && !row.IsPlain;
        RowLabel? label = RowLabel.Of(row, markup.Texts);
        writer.Write($"<tr id=\"{options.IdPrefix}{id}\" class=\"{markup.RowClasses(row)}");
        writer.Write(isPaired ? $" {markup.Class("paired")}\">" : "\">");
        writer.Write($"<th scope=\"row\" class=\"{markup.Class("number")}\">");
        markup.WriteNumber(id, number, markup.Texts.Say("Link to row {0}", number));
        writer.Write("</th>");

        // The link to the next change is beside words, because narrow screens do not show empty cells.
        WriteCell(isOld: true, row.New.IsEmpty ? id : "", label is { IsOld: true } ? label : null, row.Old);
        WriteCell(isOld: false, row.New.IsEmpty ? "" : id, label is { IsOld: false } ? label : null, row.New);
        if (isPaired)
        {
            WriteBoth(id, label, row.Both);
        }

        writer.Write("</tr>\n");
    }

    private void WriteCell(bool isOld, string jump, RowLabel? label, ImmutableArray<TextPiece> pieces)
    {
        string none = pieces.IsEmpty ? " " + markup.Class("none") : "";
        writer.Write($"<td class=\"{markup.Class(isOld ? "old" : "new")}{none}\"");
        writer.Write(isOld ? _oldLanguage : _newLanguage);
        if (!IsAdaptive)
        {
            writer.Write(" data-side=\"");
            HtmlText.Write(writer, isOld ? options.OldHeading : options.NewHeading);
            writer.Write('"');
        }

        writer.Write('>');
        markup.WriteJump(jump);
        markup.WriteLabel(label);
        markup.WriteWords(pieces);
        writer.Write("</td>");
    }

    /// <summary>Writes the cell that narrow screens show instead of both sides.</summary>
    private void WriteBoth(string id, RowLabel? label, ImmutableArray<TextPiece> pieces)
    {
        writer.Write($"<td class=\"{markup.Class("both")}\"{_newLanguage}>");
        markup.WriteJump(id);
        markup.WriteLabel(label);
        markup.WriteWords(pieces, joins: true);
        writer.Write("</td>");
    }
}
