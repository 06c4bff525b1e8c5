namespace NewsDiff.Classification;

/// <summary>Finds out whether what somebody said or wrote is quoted differently.</summary>
internal static class QuotationReader
{
    /// <summary>
    /// The minimum number of words of a quotation in a new statement; fewer are more often a name or a term.
    /// </summary>
    private const int FewestWords = 3;

    /// <summary>The same in characters, for scripts without spaces.</summary>
    private const int FewestCharacters = 6;

    /// <summary>Whether marks were put around words or taken from them.</summary>
    /// <remarks>A mark that was missing and is there now, or the reverse, is typography.</remarks>
    public static bool HasOtherMarks(in Passage passage) =>
        QuoteSpans.CountMarks(passage.Old) != QuoteSpans.CountMarks(passage.New)
        && Math.Abs(QuoteSpans.CountMarks(passage.OldText) - QuoteSpans.CountMarks(passage.NewText)) != 1;

    /// <summary>Whether a quotation changed, in a place in which words changed.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="isNewStatement">Whether the whole statement is new or gone.</param>
    public static bool HasOtherQuotation(in Passage passage, bool isNewStatement)
    {
        if (isNewStatement)
        {
            return HasLong(passage.OldText, passage.OldRange) || HasLong(passage.NewText, passage.NewRange);
        }

        return Touches(passage.OldText, passage.OldCore) || Touches(passage.NewText, passage.NewCore)
            || (HasOtherMarks(passage) && HasOtherLongMarks(passage)
                && !HasTitlesOnly(passage.OldText) && !HasTitlesOnly(passage.NewText));
    }

    /// <summary>Whether a change is inside of the marks of a title or name, as Japanese writes them.</summary>
    public static bool IsInsideTitle(string text, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(text.Length);
        return text.AsSpan(from, length).ContainsAnyExcept(" ")
            && QuoteSpans.Of(text).Exists(span =>
                span.Start <= from && from + length <= span.End && !QuoteSpans.IsSpeech(text, span));
    }

    /// <summary>Whether marks differ, but those around a few words that came or went with them.</summary>
    private static bool HasOtherLongMarks(in Passage passage) =>
        QuoteSpans.CountMarks(WithoutShort(passage.Old, passage.New))
        != QuoteSpans.CountMarks(WithoutShort(passage.New, passage.Old));

    private static string WithoutShort(string text, string other)
    {
        List<(int Start, int End)> spans = QuoteSpans.Of(text);
        for (int i = spans.Count - 1; i >= 0; i--)
        {
            (int start, int end) = spans[i];
            if (end < text.Length && !IsLong(text[start..end]) && !other.Contains(text[start..end], StringComparison.Ordinal))
            {
                text = text.Remove(start - 1, end - start + 2);
            }
        }

        return text;
    }

    private static bool HasTitlesOnly(string text)
    {
        List<(int, int)> spans = QuoteSpans.Of(text);
        return spans.Count > 0 && spans.TrueForAll(span => !QuoteSpans.IsSpeech(text, span));
    }

    /// <summary>Whether a place is inside of a quotation, or holds one.</summary>
    private static bool Touches(string text, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(text.Length);
        return length > 0 && QuoteSpans.Of(text).Exists(span =>
            from < span.End && from + length > span.Start && QuoteSpans.IsSpeech(text, span)
            && (from >= span.Start || from + length <= span.End || IsLong(text[span.Start..span.End])));
    }

    private static bool HasLong(string text, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(text.Length);
        return QuoteSpans.Of(text).Exists(span =>
            from < span.End && from + length > span.Start && QuoteSpans.IsSpeech(text, span)
            && IsLong(text[span.Start..span.End]));
    }

    private static bool IsLong(string quotation) =>
        quotation.Any(character => character >= '\u2E80')
            ? quotation.Length >= FewestCharacters
            : WordList.Of(quotation).Count >= FewestWords;
}
