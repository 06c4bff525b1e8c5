using System.Collections.Immutable;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing;

/// <summary>Turns hunks of tokens into edits that cover both texts exactly, white space included.</summary>
internal static class EditWriter
{
    internal static ImmutableArray<DiffEdit> Write(in DiffTexts texts, List<Hunk> hunks)
    {
        ImmutableArray<DiffEdit>.Builder edits = ImmutableArray.CreateBuilder<DiffEdit>((hunks.Count * 3) + 1);
        int oldPosition = 0;
        int newPosition = 0;
        foreach (Hunk hunk in hunks)
        {
            (Range old, Range @new) = Place(texts, hunk);
            (int oldStart, int oldEnd) = (old.Start.Value, old.End.Value);
            (int newStart, int newEnd) = (@new.Start.Value, @new.End.Value);
            Add(edits, EditKind.Equal, oldPosition, oldStart, newPosition, newStart);
            Add(edits, EditKind.Delete, oldStart, oldEnd, newStart, newStart);
            Add(edits, EditKind.Insert, oldEnd, oldEnd, newStart, newEnd);
            oldPosition = oldEnd;
            newPosition = newEnd;
        }

        Add(edits, EditKind.Equal, oldPosition, texts.OldText.Length, newPosition, texts.NewText.Length);
        return edits.DrainToImmutable();
    }

    private static void Add(
        ImmutableArray<DiffEdit>.Builder edits, EditKind kind, int oldStart, int oldEnd, int newStart, int newEnd)
    {
        if (oldStart < oldEnd || newStart < newEnd)
        {
            edits.Add(new DiffEdit(kind, oldStart, oldEnd - oldStart, newStart, newEnd - newStart));
        }
    }

    // Where a hunk begins and ends in characters. The white space beside a replacement is kept where both texts have
    // some, and goes with it where only one has; one of the two gaps beside an insertion has no counterpart and goes
    // with it, so that the rest reads on as it did.
    private static (Range Old, Range New) Place(in DiffTexts texts, in Hunk hunk)
    {
        Stretch old = Stretch.Of(texts.Old, hunk.OldStart, hunk.OldEnd, texts.OldText.Length);
        Stretch @new = Stretch.Of(texts.New, hunk.NewStart, hunk.NewEnd, texts.NewText.Length);
        if (hunk.IsInsertion)
        {
            return @new.GapBelongsBefore(old.GapLength)
                ? (old.Next..old.Next, @new.Start..@new.Next)
                : (old.Previous..old.Previous, @new.Previous..@new.End);
        }

        if (hunk.IsDeletion)
        {
            return old.GapBelongsBefore(@new.GapLength)
                ? (old.Start..old.Next, @new.Next..@new.Next)
                : (old.Previous..old.End, @new.Previous..@new.Previous);
        }

        bool keepsBefore = hunk.OldStart == 0 || old.HasGapBefore == @new.HasGapBefore;
        bool keepsAfter = old.IsLast || old.HasGapAfter == @new.HasGapAfter;
        return (old.Without(keepsBefore, keepsAfter), @new.Without(keepsBefore, keepsAfter));
    }

    /// <summary>The characters of a run of tokens, and where the neighbouring tokens end.</summary>
    private readonly record struct Stretch(int Previous, int Start, int End, int Next, bool IsLast)
    {
        internal int GapLength => Next - Previous;

        internal bool HasGapBefore => Start > Previous;

        internal bool HasGapAfter => Next > End;

        internal static Stretch Of(ReadOnlySpan<Token> tokens, int first, int end, int textLength)
        {
            int previous = first == 0 ? 0 : tokens[first - 1].End;
            int next = end == tokens.Length ? textLength : tokens[end].Start;
            return first == end
                ? new Stretch(previous, previous, next, next, end == tokens.Length)
                : new Stretch(previous, tokens[first].Start, tokens[end - 1].End, next, end == tokens.Length);
        }

        /// <summary>The run without the kept gaps beside it.</summary>
        internal Range Without(bool gapBefore, bool gapAfter) =>
            (gapBefore ? Start : Previous)..(gapAfter ? End : Next);

        // Whether the one gap of the other text stands for the gap before this run rather than for the one after it.
        internal bool GapBelongsBefore(int gapLength)
        {
            bool hasGap = gapLength > 0;
            return HasGapBefore == HasGapAfter ? !IsLast : HasGapBefore == hasGap;
        }
    }
}
