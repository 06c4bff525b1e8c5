using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Folds coincidental matches into the changes around them, so that a rewritten phrase reads as one.</summary>
/// <remarks>
/// After the semantic clean-up of diff-match-patch, on weighed words instead of characters: an unchanged island that says little
/// beside the changes around it becomes part of them. The end of a line is never folded in, nor is a stretch of more than five words.
/// </remarks>
internal static class IslandCleanup
{
    private const int MostTokens = 8;
    private const int LongestIsland = 5 * TokenWeight.Word;
    private const int Phrase = 2 * TokenWeight.Word;
    private const int WeakWords = TokenWeight.Word + TokenWeight.Weak;

    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        // Done on a stack: a merged hunk is heavier, and may now outweigh the island before it.
        int top = 0;
        for (int i = 1; i < hunks.Count; i++)
        {
            Hunk current = hunks[i];
            while (top >= 0 && IsCoincidence(texts, hunks[top], current))
            {
                current = current with { OldStart = hunks[top].OldStart, NewStart = hunks[top].NewStart };
                top--;
            }

            hunks[++top] = current;
        }

        if (hunks.Count > 0)
        {
            CollectionsMarshal.SetCount(hunks, top + 1);
        }
    }

    private static bool IsCoincidence(in DiffTexts texts, in Hunk left, in Hunk right)
    {
        if (right.NewStart - left.NewEnd > MostTokens || CrossesLine(texts, left.NewEnd, right.NewStart))
        {
            return false;
        }

        int island = texts.NewWeight(left.NewEnd, right.NewStart);
        int leftStrength = Strength(texts, left);
        int rightStrength = Strength(texts, right);
        if (island > LongestIsland)
        {
            return false;
        }

        if (island < Math.Min(leftStrength, rightStrength))
        {
            return true;
        }

        // Elsewhere it is weighed against both changes (their geometric mean), beside a rewritten phrase against twice that. Beside
        // an insertion or a deletion the text reads on by itself: a phrase must be rewritten there, and the island be weak; and
        // between two of a kind it reads on twice.
        bool isOfOneKind = (left.IsInsertion && right.IsInsertion) || (left.IsDeletion && right.IsDeletion);
        bool isBesideReplacements = left.IsReplacement && right.IsReplacement;
        bool isBesidePhrase = Math.Max(leftStrength, rightStrength) >= Phrase;
        return !isOfOneKind
            && (isBesideReplacements || (isBesidePhrase && island <= WeakWords))
            && (long)island * island < (isBesidePhrase ? 4L : 1L) * leftStrength * rightStrength;
    }

    private static int Strength(in DiffTexts texts, in Hunk hunk) => Math.Max(
        texts.OldWeight(hunk.OldStart, hunk.OldEnd), texts.NewWeight(hunk.NewStart, hunk.NewEnd));

    private static bool CrossesLine(in DiffTexts texts, int start, int end)
    {
        int textStart = start == 0 ? 0 : texts.New[start - 1].End;
        int textEnd = end == texts.New.Length ? texts.NewText.Length : texts.New[end].Start;
        return texts.NewText[textStart..textEnd].ContainsAny('\n', '\r', '\u2029');
    }
}
