using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes one comparison as a table or as one text.</summary>
internal sealed class HtmlDiffWriter(TextWriter writer, HtmlDiffOptions options)
{
    private readonly HtmlPieceWriter _pieces = new(writer, options.ClassPrefix);
    private string _oldLanguage = "";
    private string _newLanguage = "";

    internal void Write(TextDiff? title, ImmutableArray<DiffRow> rows, string? oldLanguage, string? newLanguage)
    {
        (_oldLanguage, _newLanguage) = (LanguageAttribute(oldLanguage), LanguageAttribute(newLanguage));
        if (options.IncludeStyles)
        {
            writer.Write($"<style>\n{HtmlDiffStyles.For(options.ClassPrefix)}</style>\n");
        }

        if (options.Layout == HtmlDiffLayout.Inline)
        {
            WriteInline(title, rows);
        }
        else
        {
            WriteTable(title, rows);
        }
    }

    private void WriteTable(TextDiff? title, ImmutableArray<DiffRow> rows)
    {
        writer.Write($"<table class=\"{Class("diff")} {Class("side")}\">\n<thead><tr>");
        writer.Write($"<td class=\"{Class("number")}\"></td>");
        WriteHeading(options.OldHeading, options.OldNote);
        WriteHeading(options.NewHeading, options.NewNote);
        writer.Write("</tr></thead>\n<tbody>\n");
        if (title is not null)
        {
            writer.Write($"<tr id=\"{options.IdPrefix}title\" class=\"{Class("row")} {Class("title")}");
            writer.Write($"{(title.HasChanges ? "" : " " + Class("unchanged"))}\">");
            WriteNumber("title", "#", "Link to the title");
            WriteCell(isOld: true, label: null, TextPieces.OfOld(title));
            WriteCell(isOld: false, label: null, TextPieces.OfNew(title));
            writer.Write("</tr>\n");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            WriteTableRow(rows[i], i + 1);
        }

        writer.Write("</tbody>\n</table>\n");
    }

    private void WriteHeading(string heading, string? note)
    {
        writer.Write("<th scope=\"col\">");
        HtmlText.Write(writer, heading);
        if (note is not null)
        {
            writer.Write($"<span class=\"{Class("note")}\">");
            HtmlText.Write(writer, note);
            writer.Write("</span>");
        }

        writer.Write("</th>");
    }

    private void WriteTableRow(DiffRow row, int number)
    {
        RowLabel? label = RowLabel.Of(row);
        writer.Write($"<tr id=\"{options.IdPrefix}p{Text(number)}\" class=\"{RowClasses(row)}\">");
        WriteNumber($"p{Text(number)}", Text(number), $"Link to row {Text(number)}");
        WriteCell(isOld: true, label is { IsOld: true } ? label : null, row.Old);
        WriteCell(isOld: false, label is { IsOld: false } ? label : null, row.New);
        writer.Write("</tr>\n");
    }

    private void WriteNumber(string id, string text, string description)
    {
        writer.Write($"<th scope=\"row\" class=\"{Class("number")}\">");
        writer.Write($"<a href=\"#{options.IdPrefix}{id}\" aria-label=\"{description}\">{text}</a></th>");
    }

    private void WriteCell(bool isOld, RowLabel? label, ImmutableArray<TextPiece> pieces)
    {
        writer.Write($"<td class=\"{Class(isOld ? "old" : "new")}{(pieces.IsEmpty ? " " + Class("none") : "")}\"");
        writer.Write(isOld ? _oldLanguage : _newLanguage);
        writer.Write(" data-side=\"");
        HtmlText.Write(writer, isOld ? options.OldHeading : options.NewHeading);
        writer.Write("\">");
        WriteLabel(label);
        _pieces.WriteBlocks(pieces, "p");
        writer.Write("</td>");
    }

    private void WriteInline(TextDiff? title, ImmutableArray<DiffRow> rows)
    {
        writer.Write($"<div class=\"{Class("diff")} {Class("inline")}\"{_newLanguage}>\n");
        if (title is not null)
        {
            writer.Write($"<div id=\"{options.IdPrefix}title\" class=\"{Class("row")} {Class("title")}\">");
            _pieces.WriteBlocks(TextPieces.OfBoth(title), "h2", joins: true);
            writer.Write("</div>\n");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            string number = Text(i + 1);
            string id = $"{options.IdPrefix}p{number}";
            writer.Write($"<div id=\"{id}\" class=\"{RowClasses(rows[i])}\">");
            writer.Write(
                $"<a class=\"{Class("number")}\" href=\"#{id}\" aria-label=\"Link to row {number}\">{number}</a>");
            WriteLabel(RowLabel.Of(rows[i]));
            _pieces.WriteBlocks(rows[i].Both, "p", joins: true);
            writer.Write("</div>\n");
        }

        writer.Write("</div>\n");
    }

    private void WriteLabel(RowLabel? label)
    {
        if (label is null)
        {
            return;
        }

        // Labels are English whatever the article's language, and so run from left to right.
        writer.Write(label.Row is { } row
            ? $"<a class=\"{Class("label")}\" lang=\"en\" dir=\"ltr\" href=\"#{options.IdPrefix}p{Text(row)}\">{label.Text}</a>"
            : $"<span class=\"{Class("label")}\" lang=\"en\" dir=\"ltr\">{label.Text}</span>");
    }

    private string RowClasses(DiffRow row)
    {
        string classes = $"{Class("row")} {Class(row.Kind switch
        {
            ParagraphChangeKind.Unchanged => "unchanged",
            ParagraphChangeKind.Inserted => "inserted",
            ParagraphChangeKind.Deleted => "deleted",
            _ => "modified",
        })}";
        string role = row.Role switch
        {
            ParagraphKind.Heading => " " + Class("heading"),
            ParagraphKind.ListItem => " " + Class("item"),
            ParagraphKind.Quote => " " + Class("quote"),
            ParagraphKind.Preformatted => " " + Class("pre"),
            ParagraphKind.Correction => " " + Class("correction"),
            _ => "",
        };
        return classes + role + ((row.MovedFrom ?? row.MovedTo) is null ? "" : " " + Class("moved"));
    }

    private string Class(string name) => options.ClassPrefix + name;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string LanguageAttribute(string? tag) => HtmlText.IsLanguage(tag) ? $" lang=\"{tag}\"" : "";
}
