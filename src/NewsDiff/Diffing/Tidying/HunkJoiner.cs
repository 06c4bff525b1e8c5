using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Joins changes that touch when an insertion or deletion slides over the text between them.</summary>
/// <remarks>
/// Among the shortest edit scripts, those with fewer changes read better. Where the tokens allow it, a change slides at
/// no cost, as in "[+a +]b [c→d]" (the sliders of git and imara-diff).
/// </remarks>
internal static class HunkJoiner
{
    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        int top = 0;
        for (int i = 1; i < hunks.Count; i++)
        {
            Hunk current = hunks[i];
            while (top >= 0 && TryJoin(texts, hunks[top], ref current))
            {
                top--;
            }

            hunks[++top] = current;
        }

        if (hunks.Count > 0)
        {
            CollectionsMarshal.SetCount(hunks, top + 1);
        }
    }

    private static bool TryJoin(in DiffTexts texts, in Hunk left, ref Hunk right)
    {
        int island = right.NewStart - left.NewEnd;
        if ((left.IsInsertion && SlidesRight(texts.New, left.NewStart, left.NewEnd, island))
            || (left.IsDeletion && SlidesRight(texts.Old, left.OldStart, left.OldEnd, island)))
        {
            right = right with { OldStart = left.OldStart + island, NewStart = left.NewStart + island };
            return true;
        }

        if ((right.IsInsertion && SlidesLeft(texts.New, right.NewStart, right.NewEnd, island))
            || (right.IsDeletion && SlidesLeft(texts.Old, right.OldStart, right.OldEnd, island)))
        {
            right = new Hunk
            {
                OldStart = left.OldStart,
                OldEnd = right.OldEnd - island,
                NewStart = left.NewStart,
                NewEnd = right.NewEnd - island,
            };
            return true;
        }

        return false;
    }

    private static bool SlidesRight(ReadOnlySpan<Token> tokens, int start, int end, int distance)
    {
        for (int k = 0; k < distance; k++)
        {
            if (tokens[start + k].Id != tokens[end + k].Id)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SlidesLeft(ReadOnlySpan<Token> tokens, int start, int end, int distance)
    {
        for (int k = 1; k <= distance; k++)
        {
            if (tokens[start - k].Id != tokens[end - k].Id)
            {
                return false;
            }
        }

        return true;
    }
}
