using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing;

/// <summary>The two texts of a comparison with their tokens.</summary>
internal readonly ref struct DiffTexts
{
    internal DiffTexts(string oldText, TokenList oldTokens, string newText, TokenList newTokens)
        : this(oldText, oldTokens.Span, newText, newTokens.Span)
    {
    }

    private DiffTexts(
        ReadOnlySpan<char> oldText, ReadOnlySpan<Token> old, ReadOnlySpan<char> newText, ReadOnlySpan<Token> @new)
    {
        OldText = oldText;
        Old = old;
        NewText = newText;
        New = @new;
    }

    internal ReadOnlySpan<char> OldText { get; }

    internal ReadOnlySpan<Token> Old { get; }

    internal ReadOnlySpan<char> NewText { get; }

    internal ReadOnlySpan<Token> New { get; }

    /// <summary>The same comparison, with the old and the new text swapped.</summary>
    /// <param name="hunks">The changes; their sides are swapped too.</param>
    internal DiffTexts Swap(List<Hunk> hunks)
    {
        foreach (ref Hunk hunk in CollectionsMarshal.AsSpan(hunks))
        {
            (hunk.OldStart, hunk.OldEnd, hunk.NewStart, hunk.NewEnd) =
                (hunk.NewStart, hunk.NewEnd, hunk.OldStart, hunk.OldEnd);
        }

        return new DiffTexts(NewText, New, OldText, Old);
    }
}
