using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Folds kept stretches of a few words into the changes around them, so that a rewritten phrase reads as one.</summary>
/// <remarks>
/// A word that stands alone between two changes is kept by chance more often than not (the idea of the semantic clean-up of
/// diff-match-patch). The more changed near by on the same line, the longer a stretch may be and still be chance; the end of a line is
/// never folded in.
/// </remarks>
internal static class IslandCleanup
{
    // Lengths are measured in quarters of a word.
    private const int Word = 4;
    private const int Mark = 1;

    // One part in twenty of what changed near by, and never more than five words.
    private const int ChangePerIsland = 20;
    private const int LongestIsland = 5 * Word;

    // Between two replacements, a word with its mark; beside a larger change, two of them.
    private const int LoneWord = Word + Mark;
    private const int LongestBeside = (2 * Word) + Mark;

    // The tokens of a kept stretch that is long enough to part what is near by from what is not.
    private const int FarApart = 64;

    // By kind: a word, a character of a script without spaces, and all else.
    private static ReadOnlySpan<byte> Lengths => [Word, Word / 2, Mark, Mark, Mark];

    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        Span<Hunk> all = CollectionsMarshal.AsSpan(hunks);
        int kept = 0;
        for (int first = 0; first < all.Length;)
        {
            int end = first + 1;
            while (end < all.Length && AreNear(texts, all[end - 1], all[end]))
            {
                end++;
            }

            // What is left of them is written over hunks that were looked at before.
            Span<Hunk> near = all[first..end];
            int left = Fold(texts, near);
            near[..left].CopyTo(all[kept..]);
            kept += left;
            first = end;
        }

        CollectionsMarshal.SetCount(hunks, kept);
    }

    // Merges hunks that are near each other, and tells how many are left.
    private static int Fold(in DiffTexts texts, Span<Hunk> hunks)
    {
        int limit = hunks.Length > 1 ? LimitOf(texts, hunks) : 0;
        int last = 0;
        for (int i = 1; i < hunks.Length; i++)
        {
            if (IsCoincidence(texts, hunks[last], hunks[i], limit))
            {
                hunks[last].OldEnd = hunks[i].OldEnd;
                hunks[last].NewEnd = hunks[i].NewEnd;
            }
            else
            {
                hunks[++last] = hunks[i];
            }
        }

        return last + 1;
    }

    private static int LimitOf(in DiffTexts texts, ReadOnlySpan<Hunk> hunks)
    {
        long changed = 0;
        foreach (ref readonly Hunk hunk in hunks)
        {
            changed += Measure(texts.Old[hunk.OldStart..hunk.OldEnd]) + Measure(texts.New[hunk.NewStart..hunk.NewEnd]);
        }

        return (int)Math.Min(changed / ChangePerIsland, LongestIsland);
    }

    private static bool IsCoincidence(in DiffTexts texts, in Hunk left, in Hunk right, int limit)
    {
        ReadOnlySpan<Token> island = texts.New[left.NewEnd..right.NewStart];
        if (island.Length > LongestIsland)
        {
            return false;
        }

        int length = Measure(island);
        if (length <= limit || length > LongestBeside)
        {
            return length <= limit;
        }

        // These are short: where much changed, the limit is above.
        int leftLength = LengthOf(texts, left);
        int rightLength = LengthOf(texts, right);
        if (left.IsReplacement && right.IsReplacement && length <= Math.Min(LoneWord, Math.Min(leftLength, rightLength) + Mark))
        {
            return true;
        }

        // Between two insertions, or two deletions, the text reads on by itself. Elsewhere the island must be small beside the larger
        // change, and smaller still the longer it is: one word beside two, two words beside six.
        bool isOfOneKind = (left.IsInsertion && right.IsInsertion) || (left.IsDeletion && right.IsDeletion);
        return !isOfOneKind && length * length <= 3L * Math.Max(leftLength, rightLength);
    }

    private static int LengthOf(in DiffTexts texts, in Hunk hunk) => Math.Max(
        Measure(texts.Old[hunk.OldStart..hunk.OldEnd]), Measure(texts.New[hunk.NewStart..hunk.NewEnd]));

    private static int Measure(ReadOnlySpan<Token> tokens)
    {
        int length = 0;
        foreach (ref readonly Token token in tokens)
        {
            length += Lengths[(int)token.Kind];
        }

        return length;
    }

    private static bool AreNear(in DiffTexts texts, in Hunk left, in Hunk right)
    {
        int start = left.NewEnd;
        int end = right.NewStart;
        if (end - start >= FarApart)
        {
            return false;
        }

        int textStart = start == 0 ? 0 : texts.New[start - 1].End;
        int textEnd = end == texts.New.Length ? texts.NewText.Length : texts.New[end].Start;
        return !texts.NewText[textStart..textEnd].ContainsAny('\n', '\r', '\u2029');
    }
}
