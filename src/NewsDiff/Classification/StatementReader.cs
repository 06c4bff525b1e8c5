namespace NewsDiff.Classification;

/// <summary>Finds out whether a statement is denied, more or less certain, or has another source.</summary>
/// <param name="words">The words of the language.</param>
internal sealed class StatementReader(ChangeWords words)
{
    /// <summary>The maximum number of words that come or go and say something of the statement beside them.</summary>
    /// <remarks>More are a clause that says something of its own.</remarks>
    private const int MostWords = 5;

    /// <summary>The same for words that replace others.</summary>
    private const int MostReplacing = 8;

    /// <summary>How far behind a place a phrase may end that begins in it.</summary>
    private const int LongestPhrase = 15;

    /// <summary>How many characters are a word, in scripts without spaces.</summary>
    private const double CharactersOfWord = 2.5;

    /// <summary>The classes of a place, with the words that show them.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="row">All changed places of its row.</param>
    public IEnumerable<(ChangeClass Of, List<string> Which)> Read(Passage passage, IReadOnlyList<Passage> row)
    {
        (List<string> lost, List<string> got) = Denials(passage);
        if (lost.Count != got.Count && IsShort(passage, lost, got, MostWords))
        {
            yield return (ChangeClass.Negation, [.. lost, .. got]);
        }

        (lost, got) = Unmoved(passage, row, words.Hedges, words.Approximations);
        if (IsShort(passage, lost, got, MostWords))
        {
            yield return (ChangeClass.Certainty, [.. lost, .. got]);
        }

        (lost, got) = Unmoved(passage, row, words.Sayings, null);
        RemoveNames(lost, passage.OldRow, passage.OldRange);
        RemoveNames(got, passage.NewRow, passage.NewRange);
        if (IsShort(passage, lost, got, MostReplacing))
        {
            yield return (ChangeClass.Attribution, [.. lost, .. got]);
        }
    }

    /// <summary>The words that deny; those in names, such as "Doctors Without Borders", do not.</summary>
    private (List<string> Lost, List<string> Got) Denials(Passage passage)
    {
        (List<string> lost, List<string> got) = WordList.Difference(passage, words, words.Negations);
        if (passage.OldOnly.Length > 0 && passage.NewOnly.Length > 0)
        {
            (List<string> lostAbsences, List<string> gotAbsences) =
                WordList.Difference(passage, words, words.Absences);
            lost.AddRange(lostAbsences);
            got.AddRange(gotAbsences);
        }

        RemoveNames(lost, passage.OldRow, passage.OldRange);
        RemoveNames(got, passage.NewRow, passage.NewRange);
        lost.RemoveAll(word => IsAbbreviation(word, passage.OldText, passage.OldRange)
            || DeniesNothing(word, passage.OldText, passage.OldRange));
        got.RemoveAll(word => IsAbbreviation(word, passage.NewText, passage.NewRange)
            || DeniesNothing(word, passage.NewText, passage.NewRange));
        return (lost, got);
    }

    /// <summary>Whether a word begins a phrase such as "not only".</summary>
    private bool DeniesNothing(string word, string text, Range place)
    {
        if (words.ArePartsOfText)
        {
            return false;
        }

        (int start, int length) = place.GetOffsetAndLength(text.Length);
        ReadOnlySpan<char> rest = text.AsSpan(start, Math.Min(text.Length - start, length + LongestPhrase));
        foreach (string phrase in words.Compounds)
        {
            if (phrase.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)
                && rest.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void RemoveNames(List<string> found, RowText text, Range place)
    {
        if (found.Exists(word => char.IsUpper(word[0])) && !text.IsMostCapital)
        {
            HashSet<string> names = [.. CapitalNames.Of(text.Text, place)];
            found.RemoveAll(names.Contains);
        }
    }

    /// <summary>Whether a word is that of "no. 7".</summary>
    private static bool IsAbbreviation(string word, string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int at = text.AsSpan(start, Math.Min(text.Length - start, length + 1)).IndexOf(word + ".");
        return at >= 0
            && text.AsSpan(start + at + word.Length + 1).TrimStart() is [var next, ..] && char.IsDigit(next);
    }

    /// <summary>The words of a kind that differ, but those that only stand at another place of the sentence.</summary>
    private (List<string> Lost, List<string> Got) Unmoved(
        Passage passage, IReadOnlyList<Passage> row, IReadOnlySet<string> kind, IReadOnlySet<string>? beforeNumbers)
    {
        (List<string> lost, List<string> got) = WordList.Difference(passage, words, kind, beforeNumbers);
        lost.RemoveAll(IsMonth);
        got.RemoveAll(IsMonth);
        if (lost.Count + got.Count > 0)
        {
            foreach (Passage other in passage.Near(row).Where(
                other => other != passage && other.IsInSentenceOf(passage)))
            {
                (List<string> lostThere, List<string> gotThere) =
                    WordList.Difference(other, words, kind, beforeNumbers);
                lost.RemoveAll(word => gotThere.Exists(there => WordList.IsForm(there, word)));
                got.RemoveAll(word => lostThere.Exists(there => WordList.IsForm(there, word)));
            }
        }

        return (lost, got);

        bool IsMonth(string word) => words.HasCapitalDates && char.IsUpper(word[0]) && words.Dates.Contains(word);
    }

    /// <summary>Whether any word differs, and not only as part of a clause of its own.</summary>
    private bool IsShort(Passage passage, List<string> lost, List<string> got, int mostAlone)
    {
        bool isAlone = passage.OldOnly.Length == 0 || passage.NewOnly.Length == 0;
        int most = isAlone ? mostAlone : MostReplacing;
        return (lost.Count > 0 && (got.Count > 0 || SizeOf(passage.OldOnly) <= most))
            || (got.Count > 0 && (lost.Count > 0 || SizeOf(passage.NewOnly) <= most));
    }

    private double SizeOf(string text) =>
        words.ArePartsOfText ? text.Length / CharactersOfWord : WordList.Of(text).Count;
}
