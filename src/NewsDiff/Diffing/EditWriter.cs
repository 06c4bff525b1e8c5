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

    // Finds where a hunk begins and ends in characters. White space beside a replacement is kept if both texts have it,
    // and belongs to the replacement if only one has it. Where an insertion has a gap on both sides, the other text has
    // only one gap: the second belongs to the insertion, so that the text around it reads as before.
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

    /// <summary>Where a run of tokens begins and ends, and the nearest ends of its neighbours.</summary>
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

        /// <summary>The run with the gaps beside it, except for those that are kept.</summary>
        internal Range Without(bool gapBefore, bool gapAfter) =>
            (gapBefore ? Start : Previous)..(gapAfter ? End : Next);

        // The other text has one gap here. Whether it matches the gap before this run, and not the one after it.
        internal bool GapBelongsBefore(int gapLength)
        {
            bool hasGap = gapLength > 0;
            return HasGapBefore == HasGapAfter ? !IsLast : HasGapBefore == hasGap;
        }
    }
}
