using NewsDiff.Languages;

namespace NewsDiff.Classification;

/// <summary>Finds the classes of one changed place.</summary>
/// <param name="words">The words of the language; null when they are not known.</param>
internal sealed class PassageReader(ChangeWords? words)
{
    /// <summary>The maximum number of words of an addition whose numbers and names count as changed.</summary>
    private const int MostWordsAlone = 8;

    /// <summary>The same limit in characters, for scripts without spaces.</summary>
    private const int MostCharactersAlone = 20;

    /// <summary>A longer word beside a place is none of a date, and in scripts without spaces no word.</summary>
    private const int LongestWord = 50;

    /// <summary>The longest list of words that a reason shows.</summary>
    private const int MostWordsShown = 8;

    /// <summary>The longest text that a reason shows of one side.</summary>
    private const int MostShown = 40;

    /// <summary>Whether only typography changed; added or removed quotation marks are not typography.</summary>
    public static bool IsTypography(Passage passage) =>
        PlainForm.Of(passage.Old) == PlainForm.Of(passage.New) && !QuotationReader.HasOtherMarks(passage);

    /// <summary>The classes of a place in which words changed.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">All changed places of its row.</param>
    public IEnumerable<ChangeLabel> Read(Passage place, IReadOnlyList<Passage> row)
    {
        if (place.Row == ChangeLabel.HeadlineRow)
        {
            yield return Label(place, ChangeClass.Headline);
        }

        Passage passage = place.WithoutAddresses();
        bool hasNotice = false;
        if ((CorrectionNotices.IsNotice(passage.NewText) && !CorrectionNotices.IsNotice(passage.OldText))
            || (CorrectionNotices.Announces(passage.New) && !CorrectionNotices.Announces(passage.Old)))
        {
            hasNotice = true;
            yield return Label(place, ChangeClass.Correction);
        }

        bool isNewStatement = hasNotice || IsNewStatement(passage);
        if (new QuotationReader(words).HasOtherQuotation(passage, isNewStatement))
        {
            yield return Label(place, ChangeClass.Quotation);
        }

        if (isNewStatement)
        {
            yield break;
        }

        foreach ((ChangeClass of, IReadOnlyList<string>? which) in ReadWords(passage, row))
        {
            yield return Label(place, of, which);
        }
    }

    /// <summary>A label at a place; the reason shows what was there before and after.</summary>
    public static ChangeLabel Label(Passage passage, ChangeClass of, IReadOnlyList<string>? which = null) => new()
    {
        Class = of,
        Reason = which is null
            ? $"{Shown(passage.Old)} → {Shown(passage.New)}"
            : string.Join(", ", which.Take(MostWordsShown)),
        Row = passage.Row,
        OldRange = passage.OldRange,
        NewRange = passage.NewRange,
    };

    /// <summary>
    /// Whether a whole paragraph or sentence was added or removed, so that its numbers and names are not changes.
    /// </summary>
    private bool IsNewStatement(Passage passage)
    {
        if (passage.OldText.Length == 0 || passage.NewText.Length == 0)
        {
            // A short line that replaces another, such as a score, is the same statement in other words.
            return passage.Replaced is null || IsLong(passage.Replaced) || IsLong(passage.New);
        }

        if (passage.IsSentence)
        {
            return true;
        }

        if (passage.OldOnly.Length + passage.NewOnly.Length <= MostAlone)
        {
            return false;
        }

        (int old, int @new) = (SizeOf(passage.OldOnly), SizeOf(passage.NewOnly));
        return Math.Max(old, @new) > MostAlone && Math.Min(old, @new) * MostAlone <= Math.Max(old, @new);
    }

    private bool IsLong(string text) => text.Length > MostAlone && SizeOf(text) > MostAlone;

    private int SizeOf(string text) =>
        words is { ArePartsOfText: true } ? text.Length : WordList.Of(text).Count;

    private int MostAlone => words is { ArePartsOfText: true } ? MostCharactersAlone : MostWordsAlone;

    private static string Shown(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length == 0 ? "∅"
            : trimmed.Length <= MostShown ? trimmed
            : string.Concat(trimmed.AsSpan(0, MostShown - 1), "…");
    }

    private IEnumerable<(ChangeClass Of, IReadOnlyList<string>? Which)> ReadWords(
        Passage passage, IReadOnlyList<Passage> row)
    {
        (NumberTokens old, NumberTokens @new) = NumberReader.Compare(passage, row);
        bool isBesideDate = words is not null && (HasDate(passage.OldText, passage.OldRange)
            || HasDate(passage.NewText, passage.NewRange));
        bool hasNumber = StandsIn(passage, old.Numbers.Count, @new.Numbers.Count);
        if (StandsIn(passage, old.Dates.Count, @new.Dates.Count) || (hasNumber && isBesideDate)
            || Differ(passage, kind => kind.Dates, IsDateWord))
        {
            yield return (ChangeClass.Date, null);
        }

        if ((hasNumber && !isBesideDate) || Differ(passage, kind => kind.Numbers, _ => true))
        {
            yield return (ChangeClass.Number, null);
        }

        if (words is { HasNames: true } && new NameReader(words).HasOtherNames(passage, row))
        {
            yield return (ChangeClass.Name, null);
        }

        if (words is null)
        {
            yield break;
        }

        foreach ((ChangeClass of, List<string> which) in new StatementReader(words).Read(passage, row))
        {
            yield return (of, which);
        }
    }

    private bool Differ(Passage passage, Func<ChangeWords, IReadOnlySet<string>> kind, Predicate<string> counts)
    {
        if (words is null)
        {
            return false;
        }

        (List<string> lost, List<string> got) = WordList.Difference(passage, words, kind(words));
        return StandsIn(passage, lost.FindAll(counts).Count, got.FindAll(counts).Count);
    }

    /// <summary>
    /// Whether something is in the place of something else, or stands in few words; in many, it is part of a clause.
    /// </summary>
    private bool StandsIn(Passage passage, int lost, int got) =>
        (lost > 0 && (got > 0 || !IsLong(passage.OldOnly))) || (got > 0 && (lost > 0 || !IsLong(passage.NewOnly)));

    /// <summary>Whether a month or weekday is in a place or beside it.</summary>
    private bool HasDate(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int from = start;
        int to = start + length;
        for (int word = 0; word < 2; word++)
        {
            int least = Math.Max(0, from - LongestWord);
            from = least + Math.Max(0, text.AsSpan(least, from - least).TrimEnd().LastIndexOf(' '));
            int most = Math.Min(text.Length, to + LongestWord);
            int next = text.AsSpan(to, most - to).TrimStart().IndexOf(' ');
            to = next < 0 ? most : Math.Min(text.Length, to + 1 + next);
        }

        return WordList.Of(text[from..to]).Exists(word => words!.Dates.Contains(word) && IsDateWord(word));
    }

    /// <summary>
    /// Whether a word is written like a month or weekday: in English, "may" without a capital is not one.
    /// </summary>
    private bool IsDateWord(string word) => words is not { HasCapitalDates: true } || char.IsUpper(word[0]);
}
