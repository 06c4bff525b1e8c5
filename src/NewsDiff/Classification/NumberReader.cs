namespace NewsDiff.Classification;

/// <summary>Finds out whether the digits of a place form other numbers.</summary>
internal static class NumberReader
{
    /// <summary>Whether a place has another number, and another date in digits.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="row">All changed places of its row.</param>
    public static (bool HasNumber, bool HasDate) Compare(in Passage passage, IReadOnlyList<Passage> row)
    {
        NumberTokens old = NumberTokens.Of(passage.OldRange.Start.Value == 0
            ? NumberTokens.WithoutOrdinal(passage.Old)
            : passage.Old);
        NumberTokens @new = NumberTokens.Of(passage.NewRange.Start.Value == 0
            ? NumberTokens.WithoutOrdinal(passage.New)
            : passage.New);
        foreach (Passage other in row.Where(passage.IsOppositeOf))
        {
            // A number that was taken out here and put in there is the same number.
            old = old.Without(NumberTokens.Of(other.New));
            @new = @new.Without(NumberTokens.Of(other.Old));
        }

        // A code that came or went is a name; one with other digits is another number.
        bool hasNumber = WordList.AreOthers([.. old.Numbers, .. old.Codes], [.. @new.Numbers, .. @new.Codes])
            && (old.Numbers.Count + @new.Numbers.Count > 0 || (old.Codes.Count > 0 && @new.Codes.Count > 0));
        return (hasNumber, WordList.AreOthers(old.Dates, @new.Dates));
    }
}
