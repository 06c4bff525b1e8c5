using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Folds short kept stretches into the changes around them, to show rewritten phrases whole.</summary>
/// <remarks>
/// A single word between two changes is usually kept by chance (the idea of the semantic clean-up of diff-match-patch).
/// The more changed nearby, the longer such a stretch may be. A stretch with a line end is kept.
/// </remarks>
internal sealed class IslandCleanup
{
    // Lengths are in quarters of a word: a mark is one, a character of a script without spaces two.
    private const int Word = 4;
    private const int Mark = 1;

    // How many tokens away a change is still near by, and how much of a single change counts.
    private const int Reach = 256;
    private const int MostOfChange = 40 * Word;

    // A stretch may be a fortieth of what changed near by in both texts, and four words at most.
    private const int ChangePerIsland = 40;
    private const int LongestIsland = 4 * Word;

    // However little changed near by: a word with a mark between two replacements, two words with one beside a large
    // change.
    private const int LongestBetween = Word + Mark;
    private const int LongestBeside = (2 * Word) + Mark;

    private readonly List<Change> _changes = [];

    private static ReadOnlySpan<byte> LengthOfKind => [Word, Word / 2, Mark, Mark, Mark];

    internal void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        if (hunks.Count < 2)
        {
            return;
        }

        Span<Hunk> all = CollectionsMarshal.AsSpan(hunks);
        Measure(texts, all);

        // Every stretch is judged by the changes as they were found: it matters not in which direction they are read.
        Hunk left = all[0];
        int last = 0;
        for (int i = 1; i < all.Length; i++)
        {
            Hunk right = all[i];
            if (IsCoincidence(texts, left, right, i))
            {
                all[last].OldEnd = right.OldEnd;
                all[last].NewEnd = right.NewEnd;
            }
            else
            {
                all[++last] = right;
            }

            left = right;
        }

        CollectionsMarshal.SetCount(hunks, last + 1);
    }

    // The length of every change, and how much changed near the stretch before it.
    private void Measure(in DiffTexts texts, ReadOnlySpan<Hunk> hunks)
    {
        _changes.Clear();
        foreach (ref readonly Hunk hunk in hunks)
        {
            int old = LengthOf(texts.Old[hunk.OldStart..hunk.OldEnd]);
            int @new = LengthOf(texts.New[hunk.NewStart..hunk.NewEnd]);
            _changes.Add(
                new Change { Length = Math.Max(old, @new), Share = (int)Math.Min((long)old + @new, MostOfChange) });
        }

        Span<Change> changes = CollectionsMarshal.AsSpan(_changes);
        int near = 0;
        int first = 0;
        int end = 0;
        for (int i = 1; i < hunks.Length; i++)
        {
            for (; end < hunks.Length && hunks[end].NewStart <= hunks[i].NewStart + Reach; end++)
            {
                near += changes[end].Share;
            }

            for (; hunks[first].NewEnd < hunks[i - 1].NewEnd - Reach; first++)
            {
                near -= changes[first].Share;
            }

            changes[i].Near = near;
        }
    }

    // Whether what is kept before a hunk is kept by chance.
    private bool IsCoincidence(in DiffTexts texts, in Hunk left, in Hunk right, int index)
    {
        // No token is shorter than a mark.
        ReadOnlySpan<Token> island = texts.New[left.NewEnd..right.NewStart];
        if (island.Length > LongestIsland / Mark || CrossesLine(texts, left.NewEnd, right.NewStart))
        {
            return false;
        }

        int length = LengthOf(island);
        return length <= Math.Min(_changes[index].Near / ChangePerIsland, LongestIsland)
            || IsShortBeside(length, left, _changes[index - 1].Length, right, _changes[index].Length);
    }

    private static bool IsShortBeside(int length, in Hunk left, int leftLength, in Hunk right, int rightLength)
    {
        if (left.IsReplacement
            && right.IsReplacement
            && length <= Math.Min(LongestBetween, Math.Min(leftLength, rightLength) + Mark))
        {
            return true;
        }

        // Between two insertions, or two deletions, the text reads on by itself. Elsewhere the stretch must be small
        // beside the larger change, and smaller still the longer it is: one word beside two, two words beside six.
        bool isOfOneKind = (left.IsInsertion && right.IsInsertion) || (left.IsDeletion && right.IsDeletion);
        return !isOfOneKind && length <= LongestBeside && length * length <= 3L * Math.Max(leftLength, rightLength);
    }

    private static int LengthOf(ReadOnlySpan<Token> tokens)
    {
        int length = 0;
        foreach (ref readonly Token token in tokens)
        {
            length += LengthOfKind[(int)token.Kind];
        }

        return length;
    }

    private static bool CrossesLine(in DiffTexts texts, int start, int end)
    {
        int textStart = start == 0 ? 0 : texts.New[start - 1].End;
        int textEnd = end == texts.New.Length ? texts.NewText.Length : texts.New[end].Start;
        return texts.NewText[textStart..textEnd].ContainsAny('\n', '\r', '\u2029');
    }

    /// <summary>The weights of a change: its longer side, its share for neighbours, and all changes nearby.</summary>
    private struct Change
    {
        internal int Length;
        internal int Share;
        internal int Near;
    }
}
