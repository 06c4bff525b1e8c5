using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Finds where to cut a paragraph that begins with a long unchanged text.</summary>
internal static class LongWay
{
    private const int Longest = 320;
    private const int Kept = 120;

    /// <summary>The number of characters to fold; 0 for none.</summary>
    internal static int CutOf(ImmutableArray<TextPiece> pieces)
    {
        if (pieces.Length < 2 || pieces[0] is { IsChange: true } or { IsBreak: true } or { Move.IsMove: true }
            || !(pieces[1].IsChange || pieces[1].Move.IsMove))
        {
            return 0;
        }

        ReadOnlySpan<char> text = pieces[0].Text.Span;
        if (text.Length <= Longest)
        {
            return 0;
        }

        int cut = text.Length - Kept;
        int space = text[cut..].IndexOf(' ');
        if (space is >= 0 and < Kept / 2)
        {
            return cut + space + 1;
        }

        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }
}
