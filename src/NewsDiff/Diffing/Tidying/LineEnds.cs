using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Marks only the first of consecutive blank lines that became line ends, or the reverse.</summary>
/// <remarks>One mark says what happened; a mark at every line would hide what else changed.</remarks>
internal static class LineEnds
{
    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        int kept = 0;
        for (int i = 0; i < hunks.Count; i++)
        {
            Hunk hunk = hunks[i];
            bool goesOn = i > 0 && IsLineEnd(texts, hunk) && IsLineEnd(texts, hunks[i - 1])
                && hunk.IsInsertion == hunks[i - 1].IsInsertion;
            if (!goesOn)
            {
                hunks[kept++] = hunk;
            }
        }

        hunks.RemoveRange(kept, hunks.Count - kept);
    }

    private static bool IsLineEnd(in DiffTexts texts, in Hunk hunk) => hunk.IsDeletion
        ? IsBreak(texts.Old, hunk.OldStart, hunk.OldEnd) && HasLineEnd(texts.NewText, texts.New, hunk.NewStart)
        : hunk.IsInsertion
            && IsBreak(texts.New, hunk.NewStart, hunk.NewEnd)
            && HasLineEnd(texts.OldText, texts.Old, hunk.OldStart);

    private static bool IsBreak(ReadOnlySpan<Token> tokens, int start, int end) =>
        end - start == 1 && tokens[start].Kind == TokenKind.Break;

    private static bool HasLineEnd(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index) =>
        index > 0
        && index < tokens.Length
        && text[tokens[index - 1].End..tokens[index].Start].ContainsAny('\n', '\r');
}
