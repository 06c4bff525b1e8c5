using System.Collections.Immutable;
using System.Text;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Messages;

/// <summary>A passage with its removed and added words, shortened for a message.</summary>
internal sealed class MarkedPassage
{
    /// <summary>How many characters of kept text are shown beside a change.</summary>
    private const int Around = 80;

    private readonly ImmutableArray<MarkedPiece> _pieces;

    private MarkedPassage(ImmutableArray<MarkedPiece> pieces) => _pieces = pieces;

    public static MarkedPassage None { get; } = new([]);

    /// <summary>Takes a compared passage.</summary>
    public static MarkedPassage Of(TextDiff diff)
    {
        ImmutableArray<MarkedPiece>.Builder pieces = ImmutableArray.CreateBuilder<MarkedPiece>();
        foreach (DiffEdit edit in diff.Edits)
        {
            string old = diff.OldText[edit.OldRange];
            string @new = diff.NewText[edit.NewRange];
            if (edit.Kind == EditKind.Equal)
            {
                pieces.Add(new MarkedPiece(@new, "", ""));
            }
            else if (pieces.Count > 0 && pieces[^1] is { Kept: "" } last)
            {
                pieces[^1] = new MarkedPiece("", last.Old + old, last.New + @new);
            }
            else
            {
                pieces.Add(new MarkedPiece("", old, @new));
            }
        }

        return new MarkedPassage(pieces.ToImmutable());
    }

    /// <summary>Takes a passage that is wholly new.</summary>
    public static MarkedPassage Added(string text) => new([new MarkedPiece("", "", text)]);

    /// <summary>Takes a passage that is gone.</summary>
    public static MarkedPassage Removed(string text) => new([new MarkedPiece("", text, "")]);

    /// <summary>Writes the passage on one line, shortened to about a given length.</summary>
    /// <param name="style">The style of its marks.</param>
    /// <param name="most">The maximum number of characters, without marks of style.</param>
    public string Write(MarkStyle style, int most = 400)
    {
        var text = new StringBuilder();
        int left = most;
        for (int i = 0; i < _pieces.Length && left > 0; i++)
        {
            string piece = _pieces[i].Kept.Length > 0
                ? Escape(Shorten(_pieces[i].Kept, isFirst: i == 0, isLast: i == _pieces.Length - 1, left), style)
                : Mark(_pieces[i], style, left);
            text.Append(piece);
            left -= piece.Length;
        }

        return text.ToString().Trim();
    }

    private static string Mark(MarkedPiece piece, MarkStyle style, int most)
    {
        (string lead, string old, string @new, string trail) = Trim(piece);
        (old, @new) = (Escape(Head(old, most), style), Escape(Head(@new, most), style));
        string marked = style switch
        {
            MarkStyle.Slack => Join(Around(old, "~"), Around(@new, "*")),
            MarkStyle.Discord => Join(Around(old, "~~"), Around(@new, "**")),
            _ when old.Length == 0 && @new.Length == 0 => "",
            _ when old.Length == 0 => $"[+{@new}]",
            _ when @new.Length == 0 => $"[−{old}]",
            _ => $"[{old} → {@new}]",
        };
        return lead + marked + trail;

        static string Around(string text, string mark) => text.Length == 0 ? "" : mark + text + mark;

        static string Join(string old, string @new) =>
            old.Length > 0 && @new.Length > 0 ? $"{old} {@new}" : old + @new;
    }

    /// <summary>Moves white space out of the marks: no style begins or ends with it.</summary>
    private static (string Lead, string Old, string New, string Trail) Trim(MarkedPiece piece)
    {
        string longer = piece.New.Length > 0 ? piece.New : piece.Old;
        string lead = longer.Length > 0 && char.IsWhiteSpace(longer[0]) ? " " : "";
        string trail = longer.Length > 1 && char.IsWhiteSpace(longer[^1]) ? " " : "";
        return (lead, OneLine(piece.Old), OneLine(piece.New), trail);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static string Shorten(string text, bool isFirst, bool isLast, int most)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= Around * 2)
        {
            return line;
        }

        return isFirst ? "…" + Tail(line, Around)
            : isLast ? Head(line, Math.Min(Around, most))
            : Head(line, Around).TrimEnd('…') + " … " + Tail(line, Around);
    }

    /// <summary>The beginning of a text, cut before a word and never inside a character.</summary>
    private static string Head(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        return text[..(char.IsLowSurrogate(text[end]) ? end - 1 : end)].TrimEnd() + "…";
    }

    private static string Tail(string text, int length)
    {
        int from = text.Length - length;
        int space = text.IndexOf(' ', from);
        int start = space >= 0 && space < text.Length - (length / 2) ? space + 1 : from;
        return text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }

    private static string Escape(string text, MarkStyle style) => style switch
    {
        MarkStyle.Slack => SlackText.Escape(text),
        MarkStyle.Discord => DiscordText.Escape(text),
        _ => text,
    };
}
