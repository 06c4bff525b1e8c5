using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes rows as one text with deletions and insertions in it.</summary>
internal sealed class InlineDiffWriter(TextWriter writer, HtmlDiffOptions options, RowMarkup markup)
{
    internal void Write(TextDiff? title, ImmutableArray<DiffRow> rows, string attributes)
    {
        writer.Write($"<div class=\"{markup.Class("diff")} {markup.Class("inline")}\"{attributes}>\n");
        if (title is not null)
        {
            writer.Write(
                $"<div id=\"{options.IdPrefix}title\" class=\"{markup.Class("row")} {markup.Class("title")}\">");
            markup.WriteJump("title");
            markup.Pieces.WriteBlocks(TextPieces.OfBoth(title), "h2", joins: true);
            writer.Write("</div>\n");
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

        writer.Write("</div>\n");
    }

    /// <summary>Writes folded rows, which a reader can open.</summary>
    internal void WriteFold(ImmutableArray<DiffRow> rows, RowRun run)
    {
        writer.Write($"<details class=\"{markup.Class("fold")}\">");
        markup.WriteOwn("summary", markup.Texts.Count("{0} unchanged paragraphs", run.Count));
        writer.Write('\n');
        for (int i = run.Start; i < run.Start + run.Count; i++)
        {
            // Folded rows have little markup, because a long article has hundreds of them.
            writer.Write($"<div id=\"{options.IdPrefix}{RowMarkup.IdOf(i)}\"");
            writer.Write($" class=\"{markup.Class("row")}{markup.RoleClass(rows[i])}\">");
            markup.Pieces.WriteBlocks(rows[i].Both, "p", joins: true);
            writer.Write("</div>\n");
        }

        writer.Write("</details>\n");
    }

    private void WriteRow(DiffRow row, int index)
    {
        string id = RowMarkup.IdOf(index);
        string number = RowMarkup.Text(index + 1);
        writer.Write($"<div id=\"{options.IdPrefix}{id}\" class=\"{markup.RowClasses(row)}\">");
        markup.WriteNumber(
            id, number, markup.Texts.Say("Link to row {0}", number), $" class=\"{markup.Class("number")}\"");
        markup.WriteJump(id);
        markup.WriteLabel(RowLabel.Of(row, markup.Texts));
        markup.WriteWords(row.Both, joins: true);
        writer.Write("</div>\n");
    }
}
