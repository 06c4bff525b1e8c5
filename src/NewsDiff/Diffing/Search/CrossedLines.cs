using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Search;

/// <summary>Drops a shared line if more text than its own moved across it.</summary>
/// <remarks>
/// A heading that moved past three edited paragraphs may be the only shared line. If it were matched, the paragraphs
/// would show as deleted and inserted. Only text that is longer than the line casts doubt on it. A dropped line is left
/// to the comparison of words, which keeps the larger match.
/// </remarks>
internal sealed class CrossedLines
{
    // To estimate how much of a text is in another, the search looks for short phrases at equal distances.
    private const int PhraseLength = 8;
    private const int MostPhrases = 8;

    // Texts that begin or end with the same two or so words count as one text, which saves the search for phrases.
    private const int EndLength = 12;

    // A fifth of the phrases must be found: unrelated texts share fewer.
    private const int LeastShare = 5;

    // Dropping a line may put another in doubt. Three rounds suffice for lines that moved together.
    private const int MostRounds = 3;

    // The search reads at most this many times the length of both texts; beyond that, lines are kept.
    private const int MostLooks = 4;

    private readonly List<int> _open = [];
    private readonly List<(Box Before, Box After)> _longer = [];
    private long _looks;

    /// <summary>Drops crossed lines.</summary>
    /// <param name="oldText">The old text.</param>
    /// <param name="newText">The new text.</param>
    /// <param name="lines">The lines, in order; dropped ones are removed.</param>
    internal void Drop(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText, List<Box> lines)
    {
        _looks = MostLooks * ((long)oldText.Length + newText.Length);
        bool isDone = false;
        for (int round = 0; round < MostRounds && !isDone; round++)
        {
            FindLonger(
                CollectionsMarshal.AsSpan(lines),
                new Box(oldText.Length, oldText.Length, newText.Length, newText.Length));
            int kept = 0;
            for (int i = 0; i < lines.Count; i++)
            {
                lines[kept] = lines[i];
                kept += IsCrossed(oldText, newText, lines[i], _longer[i].Before, _longer[i].After) ? 0 : 1;
            }

            isDone = kept == lines.Count;
            CollectionsMarshal.SetCount(lines, kept);
        }
    }

    // The nearest lines on both sides that are at least as long; shorter ones do not decide whether a line is kept.
    private void FindLonger(ReadOnlySpan<Box> lines, Box end)
    {
        _longer.Clear();
        _open.Clear();
        for (int i = 0; i < lines.Length; i++)
        {
            Close(lines, i);
            _longer.Add((_open.Count == 0 ? default : lines[_open[^1]], end));
            _open.Add(i);
        }

        _open.Clear();
        for (int i = lines.Length - 1; i >= 0; i--)
        {
            Close(lines, i);
            _longer[i] = _longer[i] with { After = _open.Count == 0 ? end : lines[_open[^1]] };
            _open.Add(i);
        }
    }

    private void Close(ReadOnlySpan<Box> lines, int line)
    {
        while (_open.Count > 0 && lines[_open[^1]].OldLength < lines[line].OldLength)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private bool IsCrossed(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText, Box line, Box before, Box after)
    {
        ReadOnlySpan<char> oldBefore = oldText[before.OldEnd..line.OldStart];
        ReadOnlySpan<char> oldAfter = oldText[line.OldEnd..after.OldStart];
        ReadOnlySpan<char> newBefore = newText[before.NewEnd..line.NewStart];
        ReadOnlySpan<char> newAfter = newText[line.NewEnd..after.NewStart];
        long crossing = (long)Math.Min(oldBefore.Length, newAfter.Length) + Math.Min(oldAfter.Length, newBefore.Length);
        if (crossing <= line.OldLength
            || HasStayed(oldBefore, oldAfter, newBefore, newAfter, crossing))
        {
            return false;
        }

        _looks -= (long)oldBefore.Length + oldAfter.Length + newBefore.Length + newAfter.Length;
        if (_looks < 0)
        {
            return false;
        }

        long shared = MeasureCrossing(oldBefore, newAfter) + MeasureCrossing(oldAfter, newBefore);

        // Edited text is not found by its phrases, so the real share is about twice as much.
        return 2 * shared > line.OldLength && 2 * shared > Measure(oldBefore, newBefore) + Measure(oldAfter, newAfter);
    }

    // Whether the text beside a line did not move. Text that moved across the line would have changed the lengths of
    // both sides; if two texts of equal length had changed places, no ends would be equal.
    private static bool HasStayed(
        ReadOnlySpan<char> oldBefore, ReadOnlySpan<char> oldAfter, ReadOnlySpan<char> newBefore,
        ReadOnlySpan<char> newAfter, long crossing) =>
        (long)Math.Abs(oldBefore.Length - newBefore.Length)
            + Math.Abs(oldAfter.Length - newAfter.Length) <= crossing / 2
        && (HaveSameEnd(oldBefore, newBefore) || HaveSameEnd(oldAfter, newAfter));

    private static bool HaveSameEnd(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length >= EndLength && right.Length >= EndLength
        && (left[..EndLength].SequenceEqual(right[..EndLength])
            || left[^EndLength..].SequenceEqual(right[^EndLength..]));

    private static long MeasureCrossing(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        long shared = Measure(left, right);
        return shared * LeastShare < Math.Min(left.Length, right.Length) ? 0 : shared;
    }

    // Estimates how many characters of the shorter text the longer one has; for edited text the result is too low.
    private static long Measure(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > right.Length)
        {
            return Measure(right, left);
        }

        int step = Math.Max(left.Length / MostPhrases, PhraseLength);
        int found = 0;
        for (int start = 0; start + PhraseLength <= left.Length; start += step)
        {
            found += right.IndexOf(left.Slice(start, PhraseLength)) >= 0 ? 1 : 0;
        }

        return Math.Min((long)found * step, left.Length);
    }
}
