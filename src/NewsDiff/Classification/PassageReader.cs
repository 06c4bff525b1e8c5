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

    /// <summary>The longest text that a reason shows of one side.</summary>
    private const int MostShown = 40;

    private static readonly (ChangeClass Of, Func<ChangeWords, IReadOnlySet<string>> Kind)[] WordClasses =
    [
        (ChangeClass.Negation, words => words.Negations),
        (ChangeClass.Certainty, words => words.Hedges),
        (ChangeClass.Attribution, words => words.Sayings),
    ];

    /// <summary>Whether only typography changed; added or removed quotation marks are not typography.</summary>
    public static bool IsTypography(in Passage passage) =>
        PlainForm.Of(passage.Old) == PlainForm.Of(passage.New) && !HasOtherMarks(passage);

    /// <summary>The classes of a place in which words changed.</summary>
    public IEnumerable<ChangeLabel> Read(Passage passage)
    {
        if (passage.Row == ChangeLabel.HeadlineRow)
        {
            yield return Label(passage, ChangeClass.Headline);
        }

        if (CorrectionNotices.IsNotice(passage.NewText) && !CorrectionNotices.IsNotice(passage.OldText))
        {
            yield return Label(passage, ChangeClass.Correction);
        }

        if (QuoteSpans.Touch(passage.OldText, passage.OldRange) || QuoteSpans.Touch(passage.NewText, passage.NewRange)
            || HasOtherMarks(passage))
        {
            yield return Label(passage, ChangeClass.Quotation);
        }

        if (IsNewStatement(passage))
        {
            yield break;
        }

        foreach (ChangeLabel label in ReadWords(passage))
        {
            yield return label;
        }
    }

    /// <summary>A label at a place; the reason shows what was there before and after.</summary>
    public static ChangeLabel Label(in Passage passage, ChangeClass of, IReadOnlyList<string>? which = null) => new()
    {
        Class = of,
        Reason = which is null ? $"{Shown(passage.Old)} → {Shown(passage.New)}" : string.Join(", ", which),
        Row = passage.Row,
        OldRange = passage.OldRange,
        NewRange = passage.NewRange,
    };

    /// <summary>
    /// Whether a whole paragraph or sentence was added or removed, so that its numbers and names are not changes.
    /// </summary>
    private bool IsNewStatement(in Passage passage)
    {
        if (passage.OldText.Length == 0 || passage.NewText.Length == 0)
        {
            // A short line that replaces another, such as a score, is the same statement in other words.
            return passage.Replaced is null || IsLong(passage.Replaced) || IsLong(passage.New);
        }

        return (passage.Old.Length == 0 || passage.New.Length == 0) && IsLong(passage.Old + passage.New);
    }

    private bool IsLong(string text) => words is { ArePartsOfText: true }
        ? text.Length > MostCharactersAlone
        : WordList.Of(text).Count > MostWordsAlone;

    private static bool HasOtherMarks(in Passage passage) =>
        QuoteSpans.CountMarks(passage.Old) != QuoteSpans.CountMarks(passage.New);

    private static string Shown(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length == 0 ? "∅"
            : trimmed.Length <= MostShown ? trimmed
            : string.Concat(trimmed.AsSpan(0, MostShown - 1), "…");
    }

    private IEnumerable<ChangeLabel> ReadWords(Passage passage)
    {
        (List<string> oldNumbers, List<string> oldDates) = NumberTokens.Of(passage.Old);
        (List<string> newNumbers, List<string> newDates) = NumberTokens.Of(passage.New);
        bool isBesideDate = words is not null && (HasDate(passage.OldText, passage.OldRange)
            || HasDate(passage.NewText, passage.NewRange));
        bool hasNumber = WordList.AreOthers(oldNumbers, newNumbers);
        bool hasDate = WordList.AreOthers(oldDates, newDates) || (hasNumber && isBesideDate)
            || Differ(passage, kind => kind.Dates).Exists(IsDateWord);
        if (hasDate)
        {
            yield return Label(passage, ChangeClass.Date);
        }

        if ((hasNumber && !isBesideDate) || Differ(passage, kind => kind.Numbers).Count > 0)
        {
            yield return Label(passage, ChangeClass.Number);
        }

        if (words is { HasNames: true } && HasOtherNames(passage))
        {
            yield return Label(passage, ChangeClass.Name);
        }

        foreach ((ChangeClass of, Func<ChangeWords, IReadOnlySet<string>> kind) in WordClasses)
        {
            if (Differ(passage, kind) is { Count: > 0 } which)
            {
                yield return Label(passage, of, which);
            }
        }
    }

    private List<string> Differ(in Passage passage, Func<ChangeWords, IReadOnlySet<string>> kind) =>
        words is null ? [] : WordList.Difference(passage, words, kind);

    /// <summary>Whether a month or weekday is in a place or beside it.</summary>
    private bool HasDate(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int from = start;
        int to = start + length;
        for (int word = 0; word < 2; word++)
        {
            from = Math.Max(0, text.AsSpan(0, from).TrimEnd().LastIndexOf(' '));
            int next = text.AsSpan(to).TrimStart().IndexOf(' ');
            to = next < 0 ? text.Length : Math.Min(text.Length, to + 1 + next);
        }

        return WordList.Of(text[from..to]).Exists(word => words!.Dates.Contains(word) && IsDateWord(word));
    }

    /// <summary>
    /// Whether a word is written like a month or weekday: in English, "may" without a capital is not one.
    /// </summary>
    private bool IsDateWord(string word) => words is not { HasCapitalDates: true } || char.IsUpper(word[0]);

    private bool HasOtherNames(in Passage passage)
    {
        if (CapitalNames.AreMostCapital(passage.OldText) || CapitalNames.AreMostCapital(passage.NewText))
        {
            return false;
        }

        List<string> old = passage.Replaced is { } replaced
            ? CapitalNames.Of(replaced, ..)
            : CapitalNames.Of(passage.OldText, passage.OldRange);
        List<string> @new = CapitalNames.Of(passage.NewText, passage.NewRange);
        old.RemoveAll(words!.Dates.Contains);
        @new.RemoveAll(words.Dates.Contains);
        return WordList.AreOthers(old, @new);
    }
}
