using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Rendering.Rows;

/// <summary>Finds the first passage that changed, with a few words around it.</summary>
internal static class Excerpt
{
    private const int Around = 90;
    private const int Longest = 360;

    /// <summary>The passage as text, such as <c>It costs [−5] [+6] euros</c>; empty when nothing changed.</summary>
    internal static string TextOf(ArticleDiff diff)
    {
        var text = new StringBuilder();
        foreach (TextPiece piece in Of(diff))
        {
            if (piece.IsChange && text.Length > 0 && text[^1] == ']')
            {
                text.Append(' ');
            }

            text.Append(piece.Lead);
            text.Append(piece.Kind switch
            {
                _ when piece.IsBreak => " ",
                EditKind.Insert => $"[+{piece.Core}]",
                EditKind.Delete => $"[−{piece.Core}]",
                _ => piece.Core.ToString(),
            });
            text.Append(piece.IsBreak ? "" : piece.Trail);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    internal static ImmutableArray<TextPiece> Of(ArticleDiff diff)
    {
        ImmutableArray<DiffRow> rows = ArticleRows.Of(diff);
        DiffRow? row = rows.FirstOrDefault(row => row.Both.Any(piece => piece.IsChange && !piece.Move.IsMove))
            ?? rows.FirstOrDefault(row => row.Both.Any(piece => piece.Move is { IsMove: true, IsOld: false }));
        return row is null ? [] : Of(row);
    }

    /// <summary>The first changes of a row.</summary>
    internal static ImmutableArray<TextPiece> Of(DiffRow row)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        int length = 0;
        for (int i = 0; i < row.Both.Length; i++)
        {
            TextPiece piece = Shorten(row.Both[i], isFirst: i == 0, isLast: i == row.Both.Length - 1);
            pieces.Add(piece);
            length += piece.Text.Length;
            if (length > Longest && i < row.Both.Length - 1)
            {
                pieces.Add(new TextPiece(EditKind.Equal, " …".AsMemory(), IsBreak: false));
                break;
            }
        }

        return pieces.ToImmutable();
    }

    private static TextPiece Shorten(TextPiece piece, bool isFirst, bool isLast)
    {
        string text = piece.Text.ToString();
        if (piece.IsChange)
        {
            return text.Length <= Longest ? piece : piece with { Text = (Head(text, Longest) + "…").AsMemory() };
        }

        bool keepsHead = !isFirst;
        bool keepsTail = !isLast;
        if (piece.IsBreak || text.Length <= Around * ((keepsHead ? 1 : 0) + (keepsTail ? 1 : 0)) + Around)
        {
            return piece;
        }

        return piece with
        {
            Text = ((keepsHead ? Head(text, Around) : "") + "… " + (keepsTail ? Tail(text, Around) : "")).AsMemory(),
        };
    }

    /// <summary>The beginning of a text, cut before a word and never inside a character.</summary>
    private static string Head(string text, int length)
    {
        int space = text.LastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        return text[..(char.IsLowSurrogate(text[end]) ? end - 1 : end)].TrimEnd();
    }

    private static string Tail(string text, int length)
    {
        int from = text.Length - length;
        int space = text.IndexOf(' ', from);
        int start = space >= 0 && space < text.Length - (length / 2) ? space + 1 : from;
        return text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }
}
