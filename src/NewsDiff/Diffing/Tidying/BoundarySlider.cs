using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Moves insertions and deletions to where they read best.</summary>
/// <remarks>
/// Borders of paragraphs are best, then of sentences and of clauses. "A [B A] C" and "[A B] A C" are the same edit; the
/// borders show which one readers expect (the lossless clean-up of diff-match-patch, the indent heuristic of git).
/// </remarks>
internal static class BoundarySlider
{
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
            return 10;
        }

        ref readonly Token before = ref tokens[index - 1];
        ref readonly Token after = ref tokens[index];
        if (before.Kind >= TokenKind.Break)
        {
            return 10;
        }

        if (after.Kind >= TokenKind.Break)
        {
            return 9;
        }

        if (EndsSentence(text, tokens, index - 1))
        {
            return 7;
        }

        bool spaced = before.End < after.Start;
        if (before.Kind == TokenKind.Symbol && spaced)
        {
            return 4;
        }

        return spaced ? 3 : after.Kind == TokenKind.Symbol ? 1 : 0;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int index)
    {
        // A closing quote or bracket belongs to the sentence before it.
        if (index > 0
            && tokens[index].Kind == TokenKind.Symbol
            && text[tokens[index].Start] is '"' or '\u201D' or '\u2019' or ')' or '\u00BB')
        {
            index--;
        }

        return tokens[index].Kind == TokenKind.Symbol
            && text[tokens[index].Start] is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F'
                or '\u0964' or '\u061F';
    }
}
