namespace NewsDiff.Diffing.Tidying;

/// <summary>Widens changes that begin or end inside a number, a katakana word or a syllable.</summary>
/// <remarks><see cref="Quantities"/> and <see cref="CharacterRuns"/> say what a unit is.</remarks>
internal static class WholeUnits
{
    internal static void Apply(in DiffTexts texts, List<Hunk> hunks)
    {
        int top = -1;
        for (int i = 0; i < hunks.Count; i++)
        {
            Hunk hunk = hunks[i];
            WidenLeft(texts, hunks, ref hunk, ref top);
            WidenRight(texts, hunks, ref hunk, ref i);
            hunks[++top] = hunk;
        }

        hunks.RemoveRange(top + 1, hunks.Count - top - 1);
    }

    private static void WidenLeft(in DiffTexts texts, List<Hunk> hunks, ref Hunk hunk, ref int top)
    {
        while (true)
        {
            if (top >= 0 && hunks[top].OldEnd == hunk.OldStart && hunks[top].NewEnd == hunk.NewStart)
            {
                hunk = hunk with { OldStart = hunks[top].OldStart, NewStart = hunks[top].NewStart };
                top--;
            }
            else if (hunk.OldStart > 0 && hunk.NewStart > 0 && CutsAtStart(texts, hunk))
            {
                hunk.OldStart--;
                hunk.NewStart--;
            }
            else
            {
                return;
            }
        }
    }

    private static void WidenRight(in DiffTexts texts, List<Hunk> hunks, ref Hunk hunk, ref int index)
    {
        while (true)
        {
            if (index + 1 < hunks.Count
                && hunks[index + 1].OldStart == hunk.OldEnd
                && hunks[index + 1].NewStart == hunk.NewEnd)
            {
                index++;
                hunk = hunk with { OldEnd = hunks[index].OldEnd, NewEnd = hunks[index].NewEnd };
            }
            else if (hunk.OldEnd < texts.Old.Length && hunk.NewEnd < texts.New.Length && CutsAtEnd(texts, hunk))
            {
                hunk.OldEnd++;
                hunk.NewEnd++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool CutsAtStart(in DiffTexts texts, in Hunk hunk) =>
        CharacterRuns.AreCut(texts, hunk, isAtStart: true)
        || Quantities.HasUnitAtStart(texts.OldText, texts.Old, hunk.OldStart, hunk.OldEnd)
        || Quantities.HasUnitAtStart(texts.NewText, texts.New, hunk.NewStart, hunk.NewEnd)
        || Quantities.IsGrouped(texts.OldText, texts.Old, hunk.OldStart)
        || Quantities.IsGrouped(texts.NewText, texts.New, hunk.NewStart);

    private static bool CutsAtEnd(in DiffTexts texts, in Hunk hunk) =>
        CharacterRuns.AreCut(texts, hunk, isAtStart: false)
        || Quantities.HasSignAtEnd(texts.OldText, texts.Old, hunk.OldStart, hunk.OldEnd)
        || Quantities.HasSignAtEnd(texts.NewText, texts.New, hunk.NewStart, hunk.NewEnd)
        || Quantities.IsGrouped(texts.OldText, texts.Old, hunk.OldEnd)
        || Quantities.IsGrouped(texts.NewText, texts.New, hunk.NewEnd);
}
