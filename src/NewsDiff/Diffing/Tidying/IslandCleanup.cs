using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Folds short kept stretches into the changes around them, to show rewritten phrases whole.</summary>
/// <remarks>
/// A single word between two changes is usually kept by chance (the idea of the semantic clean-up of diff-match-patch).
/// The more changed nearby, the longer such a stretch may be; a whole paragraph that was added or removed says nothing
/// about the next one. A stretch with the end of a line or of a cell is kept.
/// </remarks>
internal sealed class IslandCleanup
{
    // Lengths are in quarters of a word: a mark is one, a character of a script without spaces two.
    private const int Word = 4;
    private const int Mark = 1;

    // A kept word of more than eight letters counts as longer than other words: it is seldom kept by chance.
    private const int LettersPerQuarter = 2;

    // The distance in tokens up to which a change is near, and how much of a single change counts.
    private const int Reach = 256;
    private const int MostOfChange = 40 * Word;

    // A stretch may be a fortieth of what changed nearby in both texts, and four words at most.
    private const int ChangePerIsland = 40;
    private const int LongestIsland = 4 * Word;

    // However little changed nearby, a stretch may be a word and a mark between two replacements, or two words and a
    // mark beside a large change.
    private const int LongestBetween = Word + Mark;
    private const int LongestBeside = (2 * Word) + Mark;

    private const string EndsOfLinesAndCells = "\n\r\t\u2029";

    private readonly List<ChangePart> _parts = [];

    private static ReadOnlySpan<byte> LengthOfKind => [Word, Word / 2, Mark, Mark, Mark];

    internal void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        if (hunks.Count < 2)
        {
            return;
        }

        Span<Hunk> all = CollectionsMarshal.AsSpan(hunks);
        ListParts(texts, all);
        Span<ChangePart> parts = CollectionsMarshal.AsSpan(_parts);
        SumNear(parts);

        // Every stretch is judged by the original changes, so that the direction of reading does not matter.
        Hunk left = all[0];
        int last = 0;
        for (int p = 1; p < parts.Length; p++)
        {
            if (parts[p].Hunk == parts[p - 1].Hunk)
            {
                continue;
            }

            Hunk right = all[parts[p].Hunk];
            if (IsCoincidence(texts, left, parts[p - 1].Length, right, parts[p]))
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

    // Lists what changed in each paragraph. A change across the end of a paragraph has a part on either side of it.
    private void ListParts(in DiffTexts texts, ReadOnlySpan<Hunk> hunks)
    {
        _parts.Clear();
        for (int i = 0; i < hunks.Length; i++)
        {
            ref readonly Hunk hunk = ref hunks[i];
            ReadOnlySpan<Token> old = texts.Old[hunk.OldStart..hunk.OldEnd];
            ReadOnlySpan<Token> @new = texts.New[hunk.NewStart..hunk.NewEnd];
            bool isOver = false;
            int oldLength = LengthOf(old, ref isOver);
            int newLength = LengthOf(@new, ref isOver);
            if (!isOver)
            {
                AddPart(oldLength, newLength, i, hunk, isNear: true);
                continue;
            }

            AddPart(LengthOf(old[..FirstBreak(old)]), LengthOf(@new[..FirstBreak(@new)]), i, hunk, hunk.IsReplacement);
            AddPart(
                LengthOf(old[AfterLastBreak(old)..]),
                LengthOf(@new[AfterLastBreak(@new)..]),
                i,
                hunk,
                hunk.IsReplacement);
        }
    }

    private void AddPart(int oldLength, int newLength, int index, in Hunk hunk, bool isNear) =>
        _parts.Add(new ChangePart
        {
            Hunk = index,
            NewStart = hunk.NewStart,
            NewEnd = hunk.NewEnd,
            Length = Math.Max(oldLength, newLength),
            Share = isNear ? (int)Math.Min((long)oldLength + newLength, MostOfChange) : 0,
        });

    // Sums up how much changed near the stretch before each part.
    private static void SumNear(Span<ChangePart> parts)
    {
        int near = 0;
        int first = 0;
        int end = 0;
        for (int p = 1; p < parts.Length; p++)
        {
            for (; end < parts.Length && parts[end].NewStart <= parts[p].NewStart + Reach; end++)
            {
                near += parts[end].Share;
            }

            for (; parts[first].NewEnd < parts[p - 1].NewEnd - Reach; first++)
            {
                near -= parts[first].Share;
            }

            parts[p].Near = near;
        }
    }

    // Whether the stretch before a part is kept by chance.
    private static bool IsCoincidence(
        in DiffTexts texts, in Hunk left, int leftLength, in Hunk right, in ChangePart rightPart)
    {
        // No token is shorter than a mark.
        ReadOnlySpan<Token> island = texts.New[left.NewEnd..right.NewStart];
        if (island.Length > LongestIsland / Mark || CrossesLine(texts, left.NewEnd, right.NewStart))
        {
            return false;
        }

        int length = KeptLength(island);
        return length <= Math.Min(rightPart.Near / ChangePerIsland, LongestIsland)
            || IsShortBeside(length, left, leftLength, right, rightPart.Length);
    }

    private static bool IsShortBeside(int length, in Hunk left, int leftLength, in Hunk right, int rightLength)
    {
        int shorter = Math.Min(leftLength, rightLength);
        bool areReplacements = left.IsReplacement && right.IsReplacement;
        if (areReplacements && length <= Math.Min(LongestBetween, shorter + Mark))
        {
            return true;
        }

        // Between two insertions, or two deletions, the kept text reads well by itself, and stays. Unless both changes
        // are replacements, it must not be longer than either of them. It must always be small beside the larger
        // change, and the more so the longer it is: one word beside two, two words beside six.
        bool isOfOneKind = (left.IsInsertion && right.IsInsertion) || (left.IsDeletion && right.IsDeletion);
        return !isOfOneKind
            && (areReplacements || length <= shorter)
            && length <= LongestBeside
            && length * length <= 3L * Math.Max(leftLength, rightLength);
    }

    private static int LengthOf(ReadOnlySpan<Token> tokens)
    {
        bool hasBreak = false;
        return LengthOf(tokens, ref hasBreak);
    }

    private static int LengthOf(ReadOnlySpan<Token> tokens, ref bool hasBreak)
    {
        int length = 0;
        foreach (ref readonly Token token in tokens)
        {
            length += LengthOfKind[(int)token.Kind];
            hasBreak |= token.EndsParagraph;
        }

        return length;
    }

    private static int KeptLength(ReadOnlySpan<Token> tokens)
    {
        int length = 0;
        foreach (ref readonly Token token in tokens)
        {
            length += token.Kind == TokenKind.Word
                ? Math.Max(Word, token.Length / LettersPerQuarter)
                : LengthOfKind[(int)token.Kind];
        }

        return length;
    }

    private static bool CrossesLine(in DiffTexts texts, int start, int end)
    {
        int textStart = start == 0 ? 0 : texts.New[start - 1].End;
        int textEnd = end == texts.New.Length ? texts.NewText.Length : texts.New[end].Start;
        return texts.NewText[textStart..textEnd].ContainsAny(EndsOfLinesAndCells);
    }

    private static int FirstBreak(ReadOnlySpan<Token> tokens)
    {
        int index = 0;
        while (index < tokens.Length && !tokens[index].EndsParagraph)
        {
            index++;
        }

        return index;
    }

    private static int AfterLastBreak(ReadOnlySpan<Token> tokens)
    {
        int index = tokens.Length;
        while (index > 0 && !tokens[index - 1].EndsParagraph)
        {
            index--;
        }

        return index;
    }
}
