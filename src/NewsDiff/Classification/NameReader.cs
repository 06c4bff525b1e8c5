namespace NewsDiff.Classification;

/// <summary>Finds out whether a place names somebody or something differently.</summary>
/// <param name="words">The words of the language.</param>
internal sealed class NameReader(ChangeWords words)
{
    /// <summary>The maximum number of words with a name that came or went; more are a clause about it.</summary>
    private const int MostWords = 5;

    public bool HasOtherNames(Passage passage, IReadOnlyList<Passage> row)
    {
        if (words.ArePartsOfText)
        {
            return QuotationReader.IsInsideTitle(passage.OldRow, passage.OldCore)
                || QuotationReader.IsInsideTitle(passage.NewRow, passage.NewCore)
                || WordList.AreOthers(
                    CapitalNames.OfForeign(passage.OldText, passage.OldRange),
                    CapitalNames.OfForeign(passage.NewText, passage.NewRange))
                || new IdeographNames(words).AreOthers(passage);
        }

        if (passage.OldRow.IsMostCapital || passage.NewRow.IsMostCapital)
        {
            return false;
        }

        (List<string> old, List<string> @new) = NamesOf(passage);
        bool haveBoth = old.Count > 0 && @new.Count > 0;

        // Another number in a name, or its first letter, is not another name.
        RemoveKnown(old, passage.New);
        RemoveKnown(@new, passage.Old);
        if (old.Count + @new.Count == 0)
        {
            return false;
        }

        foreach (Passage other in passage.Near(row).Where(passage.IsOppositeOf))
        {
            // A name that was taken out here and put in there is the same name.
            RemoveKnown(old, other.New);
            RemoveKnown(@new, other.Old);
        }

        return old.Count + @new.Count > 0
            && (haveBoth
                || (old.Count > 0 ? IsShort(passage.OldOnly, old) : IsShort(passage.NewOnly, @new)));
    }

    /// <summary>Leaves out the names that the other side has too, each as often as it does.</summary>
    private static void RemoveKnown(List<string> names, string otherSide)
    {
        Func<string, bool> isThere = WordList.Taker(WordList.Of(otherSide).SelectMany(PartsOf).Select(LettersOf));
        names.RemoveAll(name => isThere(LettersOf(name)));
    }

    /// <summary>A word and, if it has hyphens, its parts: "non-EU" names the EU.</summary>
    private static string[] PartsOf(string word) =>
        word.Contains('-', StringComparison.Ordinal) ? [word, .. word.Split('-')] : [word];

    private static string LettersOf(string name)
    {
        string word = CapitalNames.WithoutPossessive(name);
        return string.Concat(word.Where(char.IsLetter)).ToUpperInvariant();
    }

    /// <summary>Whether a name alone came or went; abbreviations in brackets explain the words before them.</summary>
    private static bool IsShort(string text, List<string> names) =>
        WordList.Of(text).Count <= MostWords
        && !(text.AsSpan().Trim(" ,.") is ['(' or '[', .., ')' or ']']
            && names.TrueForAll(static name => !name.Any(char.IsLower)));

    private (List<string> Old, List<string> New) NamesOf(Passage passage)
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
