using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Cuts equal tokens off the ends of hunks that earlier steps joined.</summary>
internal static class HunkEnds
{
    internal static void Cut(in DiffTexts texts, List<Hunk> hunks)
    {
        foreach (ref Hunk hunk in CollectionsMarshal.AsSpan(hunks))
        {
            while (!hunk.IsInsertion && !hunk.IsDeletion && texts.Old[hunk.OldStart].Id == texts.New[hunk.NewStart].Id)
            {
                hunk.OldStart++;
                hunk.NewStart++;
            }

            while (!hunk.IsInsertion
                && !hunk.IsDeletion
                && texts.Old[hunk.OldEnd - 1].Id == texts.New[hunk.NewEnd - 1].Id)
            {
                hunk.OldEnd--;
                hunk.NewEnd--;
            }
        }
    }
}
