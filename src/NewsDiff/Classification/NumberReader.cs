namespace NewsDiff.Classification;

/// <summary>Finds out whether the digits of a place form other numbers.</summary>
internal static class NumberReader
{
    /// <summary>The numbers that only the old side of a place has, and those that only the new side has.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="row">All changed places of its row.</param>
    public static (NumberTokens Old, NumberTokens New) Compare(Passage passage, IReadOnlyList<Passage> row)
    {
        NumberTokens old = Of(passage.Old, passage.OldText, passage.OldRange);
        NumberTokens @new = Of(passage.New, passage.NewText, passage.NewRange);
        bool hasNone = old.IsEmpty && @new.IsEmpty;
        foreach (Passage other in hasNone ? [] : passage.Near(row).Where(passage.IsOppositeOf))
        {
            // A number that was taken out here and put in there is the same number.
            old = old.Without(NumberTokens.Of(other.New));
            @new = @new.Without(NumberTokens.Of(other.Old));
        }

        return (old.Beside(@new), @new.Beside(old));
    }

    /// <summary>The numbers of one side, without that of a list's item.</summary>
    private static NumberTokens Of(string words, string text, Range place)
    {
        int start = place.Start.GetOffset(text.Length);
        return start == 0 ? NumberTokens.Of(NumberTokens.WithoutOrdinal(words))

            // The letter before a hyphen says that it is no sign.
            : words.Length > 0 && words[0] == '-' ? NumberTokens.Of(text[start - 1] + words)
            : NumberTokens.Of(words);
    }
}
