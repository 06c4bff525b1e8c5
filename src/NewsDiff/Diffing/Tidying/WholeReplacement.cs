using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Shows a passage that keeps too few words as replaced whole, not as scattered words.</summary>
internal static class WholeReplacement
{
    /// <summary>Makes one hunk of each passage that keeps too few words, including its punctuation.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="hunks">The hunks, in order; changed in place.</param>
    /// <param name="threshold">The least share of kept words, on the side with fewer words, from 0 to 1.</param>
    internal static void Apply(in DiffTexts texts, List<Hunk> hunks, double threshold)
    {
        int kept = 0;
        for (int first = 0; first < hunks.Count;)
        {
            int last = LastOfPassage(texts, hunks, first);
            Hunk whole = WholePassage(texts, hunks[first], hunks[last]);
            if (SharesTooLittle(texts, hunks, first, last, whole, threshold))
            {
                hunks[kept++] = whole;
            }
            else
            {
                for (int i = first; i <= last; i++)
                {
                    hunks[kept++] = hunks[i];
                }
            }

            first = last + 1;
        }

        CollectionsMarshal.SetCount(hunks, kept);
    }

    // A passage is the stretch between two paragraph breaks that both texts keep.
    private static int LastOfPassage(in DiffTexts texts, List<Hunk> hunks, int first)
    {
        int last = first;
        while (last + 1 < hunks.Count && FindBreak(texts.New, hunks[last].NewEnd, hunks[last + 1].NewStart) < 0)
        {
            last++;
        }

        return last;
    }

    private static Hunk WholePassage(in DiffTexts texts, in Hunk first, in Hunk last) => new()
    {
        OldStart = PassageStart(texts.Old, first.OldStart),
        OldEnd = PassageEnd(texts.Old, last.OldEnd),
        NewStart = PassageStart(texts.New, first.NewStart),
        NewEnd = PassageEnd(texts.New, last.NewEnd),
    };

    private static bool SharesTooLittle(
        in DiffTexts texts,
        List<Hunk> hunks,
        int first,
        int last,
        in Hunk whole,
        double threshold)
    {
        // A passage has at most as many words as tokens. Most passages keep far more than this, and are decided before
        // all words of either text are counted.
        double atMost = threshold * Math.Min(whole.OldEnd - whole.OldStart, whole.NewEnd - whole.NewStart);
        int kept = 0;
        int position = whole.NewStart;
        for (int i = first; i <= last && kept < atMost; i++)
        {
            kept += CountWords(texts.New, position, hunks[i].NewStart);
            position = hunks[i].NewEnd;
        }

        kept += kept < atMost ? CountWords(texts.New, position, whole.NewEnd) : 0;
        return kept < atMost
            && kept < threshold * Math.Min(
                CountWords(texts.Old, whole.OldStart, whole.OldEnd),
                CountWords(texts.New, whole.NewStart, whole.NewEnd));
    }

    private static int PassageStart(ReadOnlySpan<Token> tokens, int index)
    {
        while (index > 0 && !tokens[index - 1].EndsParagraph)
        {
            index--;
        }

        return index;
    }

    private static int PassageEnd(ReadOnlySpan<Token> tokens, int index)
    {
        while (index < tokens.Length && !tokens[index].EndsParagraph)
        {
            index++;
        }

        return index;
    }

    private static int FindBreak(ReadOnlySpan<Token> tokens, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (tokens[i].EndsParagraph)
            {
                return i;
            }
        }

        return -1;
    }

    private static int CountWords(ReadOnlySpan<Token> tokens, int start, int end)
    {
        int words = 0;
        for (int i = start; i < end; i++)
        {
            words += tokens[i].IsWord ? 1 : 0;
        }

        return words;
    }
}
