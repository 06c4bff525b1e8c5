using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes what rows have in every layout: numbers, labels, links to the next change.</summary>
internal sealed class RowMarkup
{
    private readonly TextWriter _writer;
    private readonly HtmlDiffOptions _options;
    private readonly IOwnTexts _texts;

    // The language and direction of elements with the renderer's own words.
    private readonly string _own;
    private ImmutableArray<string> _changes = [];
    private Dictionary<string, int> _places = [];
    private Dictionary<int, int> _leftRows = [];
    private Dictionary<int, int> _movedRows = [];

    internal RowMarkup(TextWriter writer, HtmlDiffOptions options, IOwnTexts texts)
    {
        _writer = writer;
        _options = options;
        _texts = texts;
        _own = $" lang=\"{_texts.Language}\" dir=\"{_texts.Direction}\"";
        Pieces = new HtmlPieceWriter(writer, options.ClassPrefix, WriteSign);
    }

    /// <summary>The words that the renderer adds.</summary>
    internal IOwnTexts Texts => _texts;

    /// <summary>Writes the words of both sides.</summary>
    internal HtmlPieceWriter Pieces { get; }

    /// <summary>Notes the rows of moves and, if rows are folded, where changes begin.</summary>
    internal void Note(bool isHeadlineChanged, ImmutableArray<DiffRow> rows)
    {
        _leftRows = RowsOf(rows, static row => row.Old);
        _movedRows = RowsOf(rows, static row => row.New);
        if (_options.Context is null)
        {
            return;
        }

        ImmutableArray<string>.Builder changes = ImmutableArray.CreateBuilder<string>();
        if (isHeadlineChanged)
        {
            changes.Add("title");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsPlain && (i == 0 || rows[i - 1].IsPlain))
            {
                changes.Add(IdOf(i));
            }
        }

        _changes = changes.DrainToImmutable();
        _places = _changes.Index().ToDictionary(change => change.Item, change => change.Index);
    }

    // The row, counted from 1, of each move on one side.
    private static Dictionary<int, int> RowsOf(
        ImmutableArray<DiffRow> rows, Func<DiffRow, ImmutableArray<TextPiece>> side)
    {
        var places = new Dictionary<int, int>();
        for (int i = 0; i < rows.Length; i++)
        {
            foreach (TextPiece piece in side(rows[i]).Where(piece => piece.Move.IsMove))
            {
                places[piece.Move.Number] = i + 1;
            }
        }

        return places;
    }

    // The sign has the number of the move, and links to its other place. The link's label tells screen readers so.
    private void WriteSign(MoveMark move)
    {
        int here = (move.IsOld ? _leftRows : _movedRows)[move.Number];
        int there = (move.IsOld ? _movedRows : _leftRows)[move.Number];
        string way = HtmlText.Encode((move.IsOld, here == there) switch
        {
            (true, true) => _texts.Say("Moved elsewhere in this row"),
            (false, true) => _texts.Say("Moved from elsewhere in this row"),
            (true, false) => _texts.Say("Moved to row {0}", Text(there)),
            (false, false) => _texts.Say("Moved from row {0}", Text(there)),
        });
        _writer.Write($"<a class=\"{Class("sign")}\"{_own}");
        _writer.Write($" href=\"#{_options.IdPrefix}{IdOf(there - 1)}\"");
        _writer.Write($" aria-label=\"{way}\" title=\"{way}\">{RowWords.SignOf(move)} </a>");
    }

    internal string Class(string name) => _options.ClassPrefix + name;

    internal static string IdOf(int row) => $"p{Text(row + 1)}";

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a block of the renderer's own words.</summary>
    internal void WriteOwn(string element, string text)
    {
        _writer.Write($"<{element}><span{_own}>");
        HtmlText.Write(_writer, text);
        _writer.Write($"</span></{element}>");
    }

    internal void WriteNumber(string id, string text, string description, string attributes = "")
    {
        _writer.Write($"<a{attributes} href=\"#{_options.IdPrefix}{id}\" aria-label=\"");
        HtmlText.Write(_writer, description);
        _writer.Write($"\">{text}</a>");
    }

    /// <summary>Writes the number of the change that begins here, as a link to the next.</summary>
    internal void WriteJump(string id)
    {
        if (_changes.Length < 2 || !_places.TryGetValue(id, out int place))
        {
            return;
        }

        bool isLast = place == _changes.Length - 1;
        string[] values = [Text(place + 1), Text(_changes.Length)];
        string text = HtmlText.Encode(_texts.Say("Change {0} of {1}", values));
        string where = HtmlText.Encode(_texts.Say(
            isLast ? "Change {0} of {1}: go to the first" : "Change {0} of {1}: go to the next", values));
        _writer.Write($"<a class=\"{Class("jump")}\"{_own}");
        _writer.Write($" href=\"#{_options.IdPrefix}{(isLast ? _changes[0] : _changes[place + 1])}\"");
        _writer.Write($" aria-label=\"{where}\">{text} {(isLast ? "↑" : "›")}</a>");
    }

    internal void WriteLabel(RowLabel? label)
    {
        if (label is null)
        {
            return;
        }

        // Labels are in the renderer's language, whatever the article's is.
        string text = HtmlText.Encode(label.Text);
        _writer.Write(label.Row is { } row
            ? $"<a class=\"{Class("label")}\"{_own} href=\"#{_options.IdPrefix}p{Text(row)}\">{text}</a>"
            : $"<span class=\"{Class("label")}\"{_own}>{text}</span>");
    }

    internal string RowClasses(DiffRow row)
    {
        string classes = $"{Class("row")} {Class(row.Kind switch
        {
            _ when row.IsMovedWhole => "modified",
            ParagraphChangeKind.Unchanged => "unchanged",
            ParagraphChangeKind.Inserted => "inserted",
            ParagraphChangeKind.Deleted => "deleted",
            _ => "modified",
        })}";
        return classes + RoleClass(row) + ((row.MovedFrom ?? row.MovedTo) is null && !row.IsMovedWhole
            ? ""
            : " " + Class("moved"));
    }

    internal string RoleClass(DiffRow row) => row.Role switch
    {
        ParagraphKind.Heading => " " + Class("heading"),
        ParagraphKind.ListItem => " " + Class("item"),
        ParagraphKind.Quote => " " + Class("quote"),
        ParagraphKind.Preformatted => " " + Class("pre"),
        ParagraphKind.Correction => " " + Class("correction"),
        _ => "",
    };

    /// <summary>Writes the words of a row; a long unchanged beginning may be folded.</summary>
    internal void WriteWords(ImmutableArray<TextPiece> pieces, bool joins = false)
    {
        if (_options.Context is null || LongWay.CutOf(pieces) is not (> 0 and var cut))
        {
            Pieces.WriteBlocks(pieces, "p", joins);
            return;
        }

        TextPiece first = pieces[0];
        _writer.Write($"<details class=\"{Class("fold")}\">");
        WriteOwn("summary", _texts.Count("{0} unchanged characters", cut));
        Pieces.WriteBlocks([first with { Text = first.Text[..cut] }], "p");
        _writer.Write("</details>");
        TextPiece rest = first with { Text = $"… {first.Text[cut..].TrimStart()}".AsMemory() };
        Pieces.WriteBlocks([rest, .. pieces[1..]], "p", joins);
    }

    internal static string LanguageAttribute(string? tag) => HtmlText.IsLanguage(tag) ? $" lang=\"{tag}\"" : "";
}
