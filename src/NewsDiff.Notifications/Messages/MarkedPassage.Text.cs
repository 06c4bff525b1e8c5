using System.Text;

namespace NewsDiff.Notifications.Messages;

/// <content>Writes it for a message, shortened.</content>
internal sealed partial class MarkedPassage
{
    /// <summary>Writes the passage on one line, shortened to about a given length.</summary>
    /// <param name="style">The style of its marks.</param>
    /// <param name="most">The maximum number of characters, without marks of style.</param>
    public string Write(MarkStyle style, int most = 400)
    {
        var text = new StringBuilder();
        int left = most;
        for (int i = 0; i < Pieces.Length && left > 0; i++)
        {
            string kept = Pieces[i].Kept;
            string piece = kept.Length > 0
                ? MessageText.Escape(TextCut.Shorten(kept, i == 0, isLast: i == Pieces.Length - 1, left), style)
                : Mark(Pieces[i], style, left);
            text.Append(piece);
            left -= piece.Length;
        }

        return text.ToString().Trim();
    }

    private static string Mark(MarkedPiece piece, MarkStyle style, int most)
    {
        (string lead, string old, string @new, string trail) = Trim(piece);
        old = MessageText.Escape(TextCut.Head(old, most), style);
        @new = MessageText.Escape(TextCut.Head(@new, most), style);
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
        return (lead, TextCut.OneLine(piece.Old), TextCut.OneLine(piece.New), trail);
    }
}
