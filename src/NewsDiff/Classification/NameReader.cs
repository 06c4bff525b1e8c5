namespace NewsDiff.Classification;

/// <summary>Finds out whether a place names somebody or something differently.</summary>
/// <param name="words">The words of the language.</param>
internal sealed class NameReader(ChangeWords words)
{
    /// <summary>The maximum number of words with a name that came or went; more are a clause about it.</summary>
    private const int MostWords = 5;

    public bool HasOtherNames(in Passage passage, IReadOnlyList<Passage> row)
    {
        if (words.ArePartsOfText)
        {
            return QuotationReader.IsInsideTitle(passage.OldText, passage.OldCore)
                || QuotationReader.IsInsideTitle(passage.NewText, passage.NewCore)
                || WordList.AreOthers(
                    CapitalNames.OfForeign(passage.OldText, passage.OldRange),
                    CapitalNames.OfForeign(passage.NewText, passage.NewRange));
        }

        if (CapitalNames.AreMostCapital(passage.OldText) || CapitalNames.AreMostCapital(passage.NewText))
        {
            return false;
        }

        (List<string> old, List<string> @new) = NamesOf(passage);
        foreach (Passage other in row.Where(passage.IsOppositeOf))
        {
            // A name that was taken out here and put in there is the same name.
            old.RemoveAll(WordList.Of(other.New).Contains);
            @new.RemoveAll(WordList.Of(other.Old).Contains);
        }

        return WordList.AreOthers(old, @new) && (old.Count > 0
            ? @new.Count > 0 || IsShort(passage.Old)
            : IsShort(passage.New));
    }

    /// <summary>Whether a name alone came or went; an abbreviation in brackets explains the words before it.</summary>
    private static bool IsShort(string text) =>
        WordList.Of(text).Count <= MostWords
        && !(text.AsSpan().Trim(" ,.") is ['(', .. var inner, ')'] && !inner.ContainsAnyInRange('a', 'z'));

    private (List<string> Old, List<string> New) NamesOf(in Passage passage)
    {
        List<string> old = passage.Replaced is { } replaced
            ? CapitalNames.Of(replaced, ..)
            : CapitalNames.Of(passage.OldText, passage.OldRange);
        List<string> @new = CapitalNames.Of(passage.NewText, passage.NewRange);
        old.RemoveAll(words.Dates.Contains);
        @new.RemoveAll(words.Dates.Contains);
        return (old, @new);
    }
}
