using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Folds coincidental matches into the changes around them, so that a rewritten phrase reads as one.</summary>
/// <remarks>
/// After the semantic clean-up of diff-match-patch, on words instead of characters: an unchanged island that weighs less than
/// the changes on both sides becomes part of them. A paragraph break is never folded in.
/// </remarks>
internal static class IslandCleanup
{
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
        int islandLength = right.NewStart - left.NewEnd;
        int leftStrength = Strength(texts, left);
        int rightStrength = Strength(texts, right);
        int limit = Math.Min(leftStrength, rightStrength);

        // Every token weighs at least 1, so a long island is decided without being weighed.
        if (islandLength >= limit || HasBreak(texts.New[left.NewEnd..right.NewStart]))
        {
            return false;
        }

        // Between two insertions, or two deletions, the text around reads on by itself: only a weak island is no support.
        bool oneSided = (left.IsInsertion && right.IsInsertion) || (left.IsDeletion && right.IsDeletion);
        int island = texts.NewWeight(left.NewEnd, right.NewStart);
        return oneSided ? island * 2 < limit : island < limit;
    }

    private static int Strength(in DiffTexts texts, in Hunk hunk) => Math.Max(
        texts.OldWeight(hunk.OldStart, hunk.OldEnd), texts.NewWeight(hunk.NewStart, hunk.NewEnd));

    private static bool HasBreak(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly Token token in tokens)
        {
            if (token.Kind >= TokenKind.Break)
            {
                return true;
            }
        }

        return false;
    }
}
