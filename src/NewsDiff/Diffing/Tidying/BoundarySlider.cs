using NewsDiff.Diffing.Tokens;
using NewsDiff.Text;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Moves insertions and deletions to where they read best.</summary>
/// <remarks>
/// Borders of paragraphs are best, then of sentences and of clauses. "A [B A] C" and "[A B] A C" are the same edit; the
/// borders show which one readers expect (the lossless clean-up of diff-match-patch, the indent heuristic of git).
/// </remarks>
internal static class BoundarySlider
{
    // How natural a cut at a place is. The values for both ends of a change are added up; only the order of the values
    // and of their sums counts.
    private const int AtParagraphStart = 10;
    private const int AtParagraphEnd = 9;
    private const int AfterSentence = 7;
    private const int AfterSymbolAndSpace = 4;
    private const int AtSpace = 3;
    private const int BeforeSymbol = 1;
    private const int InsideWords = 0;

    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        for (int i = 0; i < hunks.Count; i++)
        {
            Hunk hunk = hunks[i];
            if (!hunk.IsInsertion && !hunk.IsDeletion)
            {
                continue;
            }

            int room = hunk.NewStart - (i == 0 ? 0 : hunks[i - 1].NewEnd);
            int roomAfter = (i + 1 == hunks.Count ? texts.New.Length : hunks[i + 1].NewStart) - hunk.NewEnd;

            // One kept token stays on each side that has a neighbour, or two changes would run together.
            room -= i == 0 ? 0 : 1;
            roomAfter -= i + 1 == hunks.Count ? 0 : 1;
            int shift = hunk.IsInsertion
                ? BestShift(texts.NewText, texts.New, hunk.NewStart, hunk.NewEnd, room, roomAfter)
                : BestShift(texts.OldText, texts.Old, hunk.OldStart, hunk.OldEnd, room, roomAfter);
            hunks[i] = new Hunk
            {
                OldStart = hunk.OldStart + shift,
                OldEnd = hunk.OldEnd + shift,
                NewStart = hunk.NewStart + shift,
                NewEnd = hunk.NewEnd + shift,
            };
        }
    }

    private static int BestShift(
        ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int start, int end, int room, int roomAfter)
    {
        int least = 0;
        while (-least < room && tokens[start + least - 1].Id == tokens[end + least - 1].Id)
        {
            least--;
        }

        int most = 0;
        while (most < roomAfter && tokens[start + most].Id == tokens[end + most].Id)
        {
            most++;
        }

        int best = 0;
        int bestScore = -1;
        for (int shift = most; shift >= least; shift--)
        {
            int score = BorderScore(text, tokens, start + shift) + BorderScore(text, tokens, end + shift);
            if (score > bestScore)
            {
                best = shift;
                bestScore = score;
            }
        }

        return best;
    }

    // How natural it is to cut before a token.
    private static int BorderScore(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index)
    {
        if (index == 0 || index == tokens.Length)
        {
            return AtParagraphStart;
        }

        ref readonly Token before = ref tokens[index - 1];
        ref readonly Token after = ref tokens[index];
        if (before.EndsParagraph)
        {
            return AtParagraphStart;
        }

        if (after.EndsParagraph)
        {
            return AtParagraphEnd;
        }

        if (EndsSentence(text, tokens, index - 1))
        {
            return AfterSentence;
        }

        bool spaced = before.End < after.Start;
        if (before.Kind == TokenKind.Symbol && spaced)
        {
            return AfterSymbolAndSpace;
        }

        return spaced ? AtSpace : after.Kind == TokenKind.Symbol ? BeforeSymbol : InsideWords;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index)
    {
        if (index > 0 && tokens[index].Kind == TokenKind.Symbol && Punctuation.ClosesQuote(text[tokens[index].Start]))
        {
            index--;
        }

        return tokens[index].Kind == TokenKind.Symbol && Punctuation.EndsSentence(text[tokens[index].Start]);
    }
}
