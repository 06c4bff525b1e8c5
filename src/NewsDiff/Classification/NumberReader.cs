namespace NewsDiff.Classification;

/// <summary>Finds out whether the digits of a place form other numbers.</summary>
internal static class NumberReader
{
    /// <summary>Whether a place has another number, and another date in digits.</summary>
    public static (bool HasNumber, bool HasDate) Compare(in Passage passage)
    {
        (string old, string @new) = (passage.Old, passage.New);
        if (old.Length == 0 && passage.NewRange.Start.Value == 0)
        {
            @new = NumberTokens.WithoutOrdinal(@new);
        }
        else if (@new.Length == 0 && passage.OldRange.Start.Value == 0)
        {
            old = NumberTokens.WithoutOrdinal(old);
        }

        (List<string> oldNumbers, List<string> oldDates, List<string> oldCodes) = NumberTokens.Of(old);
        (List<string> newNumbers, List<string> newDates, List<string> newCodes) = NumberTokens.Of(@new);

        // A code that came or went is a name; one with other digits is another number.
        bool hasCode = oldCodes.Count > 0 && newCodes.Count > 0 && WordList.AreOthers(oldCodes, newCodes);
        return (hasCode || WordList.AreOthers(oldNumbers, newNumbers), WordList.AreOthers(oldDates, newDates));
    }
}
