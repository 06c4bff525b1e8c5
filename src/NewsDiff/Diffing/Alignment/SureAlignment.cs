using System.Collections.Immutable;
using NewsDiff.Diffing.Search;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Aligns articles whose equal ends leave one paragraph to compare, or none.</summary>
/// <remarks>
/// The result is that of the whole alignment, but the equal paragraphs are not cut into words. If a paragraph at the
/// ends reads like one in the middle, or might, the articles are left to the whole alignment.
/// </remarks>
internal static class SureAlignment
{
    // Paragraphs in the same place are one if they are this similar, as in the last step of the whole alignment.
    private const double LeastSimilarity = GapFiller.LeastSimilarity;

    // To compare the middle with more paragraphs of the ends than this takes as long as cutting them into words.
    private const int MostChecks = 1 << 16;

    /// <summary>Whether both articles have the same paragraphs, of the same kinds.</summary>
    internal static bool AreSame(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
    {
        if (old.Length != @new.Length)
        {
            return false;
        }

        for (int i = 0; i < old.Length; i++)
        {
            if (old[i].Kind != @new[i].Kind || old[i].Text != @new[i].Text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tries to align paragraphs.</summary>
    /// <param name="old">The old paragraphs.</param>
    /// <param name="new">The new paragraphs.</param>
    /// <param name="options">How to compare.</param>
    /// <returns>The rows; a default array if the whole alignment is needed.</returns>
    internal static ImmutableArray<ParagraphChange> TryAlign(
        ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
    {
        Box middle = FindMiddle(old, @new);
        if (!middle.IsEmpty && (middle.OldLength != 1 || middle.NewLength != 1))
        {
            return default;
        }

        bool hasMiddle = middle.OldLength + middle.NewLength > 0;
        if (hasMiddle && (FoldsMore(options) || HasDouble(old, @new, middle)))
        {
            return default;
        }

        TextDiff? words = null;
        if (!middle.IsEmpty)
        {
            words = TextDiff.Compute(old[middle.OldStart].Text, @new[middle.NewStart].Text, options);
            if (!AreOne(words))
            {
                return default;
            }
        }

        return Write(old, @new, middle, words, options);
    }

    // Whether texts with different characters may read the same.
    private static bool FoldsMore(DiffOptions options) =>
        options.IgnoreCase || options.IgnoreTypography || options.IgnoreInvisible;

    private static Box FindMiddle(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
    {
        int start = 0;
        while (start < old.Length && start < @new.Length && old[start].Text == @new[start].Text)
        {
            start++;
        }

        (int oldEnd, int newEnd) = (old.Length, @new.Length);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1].Text == @new[newEnd - 1].Text)
        {
            oldEnd--;
            newEnd--;
        }

        return new Box(start, oldEnd, start, newEnd);
    }

    // Whether a paragraph of the middle may also be at one of the ends: it could belong to either place.
    private static bool HasDouble(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, Box middle)
    {
        int ends = old.Length - middle.OldLength;
        if ((long)ends * (middle.OldLength + middle.NewLength) > MostChecks)
        {
            return true;
        }

        for (int i = 0; i < old.Length; i++)
        {
            if (i >= middle.OldStart && i < middle.OldEnd)
            {
                continue;
            }

            for (int j = middle.OldStart; j < middle.OldEnd; j++)
            {
                if (ReadingLikeness.IsPossible(old[i].Text, old[j].Text))
                {
                    return true;
                }
            }

            for (int j = middle.NewStart; j < middle.NewEnd; j++)
            {
                if (ReadingLikeness.IsPossible(old[i].Text, @new[j].Text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreOne(TextDiff words)
    {
        DiffStatistics counts = words.Statistics;
        int old = counts.WordsKept + counts.WordsDeleted;
        int @new = counts.WordsKept + counts.WordsInserted;
        return !WordBag.IsFragment(old, @new) && (counts == default || words.Similarity >= LeastSimilarity);
    }

    private static ImmutableArray<ParagraphChange> Write(
        ImmutableArray<Paragraph> old,
        ImmutableArray<Paragraph> @new,
        Box middle,
        TextDiff? words,
        DiffOptions options)
    {
        int count = words is null ? old.Length + middle.NewLength : old.Length;
        ImmutableArray<ParagraphChange>.Builder rows = ImmutableArray.CreateBuilder<ParagraphChange>(count);
        for (int i = 0; i < middle.OldStart; i++)
        {
            rows.Add(Pair(old, i, @new, i, Same(old[i].Text, @new[i].Text, options)));
        }

        if (words is not null)
        {
            rows.Add(Pair(old, middle.OldStart, @new, middle.NewStart, words));
        }
        else
        {
            AddOneSided(rows, old, @new, middle);
        }

        for (int i = middle.OldEnd; i < old.Length; i++)
        {
            int j = i - middle.OldEnd + middle.NewEnd;
            rows.Add(Pair(old, i, @new, j, Same(old[i].Text, @new[j].Text, options)));
        }

        return rows.MoveToImmutable();
    }

    private static void AddOneSided(
        ImmutableArray<ParagraphChange>.Builder rows,
        ImmutableArray<Paragraph> old,
        ImmutableArray<Paragraph> @new,
        Box middle)
    {
        for (int i = middle.OldStart; i < middle.OldEnd; i++)
        {
            rows.Add(new ParagraphChange
            {
                Kind = ParagraphChangeKind.Deleted,
                OldKind = old[i].Kind,
                OldIndexes = [i],
            });
        }

        for (int j = middle.NewStart; j < middle.NewEnd; j++)
        {
            rows.Add(new ParagraphChange
            {
                Kind = ParagraphChangeKind.Inserted,
                NewKind = @new[j].Kind,
                NewIndexes = [j],
            });
        }
    }

    private static TextDiff Same(string oldText, string newText, DiffOptions options) =>
        new(oldText, newText, DiffEngine.WriteSame(newText), options);

    private static ParagraphChange Pair(
        ImmutableArray<Paragraph> old, int oldIndex, ImmutableArray<Paragraph> @new, int newIndex, TextDiff words)
    {
        ImmutableArray<int> index = [oldIndex];
        return new ParagraphChange
        {
            Kind = words.HasChanges ? ParagraphChangeKind.Modified : ParagraphChangeKind.Unchanged,
            OldKind = old[oldIndex].Kind,
            NewKind = @new[newIndex].Kind,
            OldIndexes = index,
            NewIndexes = oldIndex == newIndex ? index : [newIndex],
            Words = words,
        };
    }
}
