using System.Text;

namespace NewsDiff.Classification;

/// <summary>Finds out whether what somebody said or wrote is quoted differently.</summary>
/// <param name="words">The words of the language; null when they are not known.</param>
internal sealed class QuotationReader(ChangeWords? words)
{
    /// <summary>The minimum number of words of a part that is no title or term, whatever stands beside it.</summary>
    private const int FewestOfSpeech = 8;

    /// <summary>The minimum number of words whose capitals make a title.</summary>
    private const int FewestOfTitle = 3;

    /// <summary>How far from a part the words of the same sentence are looked at.</summary>
    private const int LongestSentence = 150;

    /// <summary>Whether marks were put around words or taken from them.</summary>
    /// <remarks>A mark that was missing and is there now, or the reverse, is typography.</remarks>
    public static bool HasOtherMarks(Passage passage) =>
        QuoteSpans.CountMarks(passage.Old) != QuoteSpans.CountMarks(passage.New)
        && Math.Abs(passage.OldRow.Marks - passage.NewRow.Marks) != 1;

    /// <summary>Whether a quotation changed, in a place in which words changed.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="isNewStatement">Whether the whole statement is new or gone.</param>
    public bool HasOtherQuotation(Passage passage, bool isNewStatement)
    {
        if (isNewStatement)
        {
            return HasLong(passage.OldRow, passage.OldRange) || HasLong(passage.NewRow, passage.NewRange);
        }

        return Touches(passage.OldRow, passage.OldCore) || Touches(passage.NewRow, passage.NewCore)
            || (HasOtherMarks(passage) && HasOtherLongMarks(passage)
                && !HasTitlesOnly(passage.OldRow, passage.OldRange)
                && !HasTitlesOnly(passage.NewRow, passage.NewRange));
    }

    /// <summary>Whether a change is inside of the marks of a title or name, as Japanese writes them.</summary>
    public static bool IsInsideTitle(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        return row.Text.AsSpan(from, length).ContainsAnyExcept(' ')
            && row.Spans.Exists(span => span.Start <= from && from + length <= span.End && !span.IsSpeech);
    }

    /// <summary>Whether marks differ, but those around a few words or code that came or went with them.</summary>
    private static bool HasOtherLongMarks(Passage passage) =>
        QuoteSpans.CountMarks(WithoutShort(passage.Old, passage.New))
        != QuoteSpans.CountMarks(WithoutShort(passage.New, passage.Old));

    private static string WithoutShort(string text, string other)
    {
        var rest = new StringBuilder();
        int copied = 0;
        foreach (QuoteSpan span in QuoteSpans.Of(text))
        {
            if (span.End < text.Length && !(span.IsSpeech && span.IsLong)
                && !other.AsSpan().Contains(text.AsSpan(span.Start..span.End), StringComparison.Ordinal))
            {
                rest.Append(text, copied, span.Start - 1 - copied);
                copied = span.End + 1;
            }
        }

        return rest.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether all quotations of a row, or those at a place, are titles and names.</summary>
    private bool HasTitlesOnly(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        List<QuoteSpan> here = row.Spans.FindAll(span => span.Touches(from, length));
        return (here.Count > 0 ? here : row.Spans) is { Count: > 0 } spans
            && spans.TrueForAll(span => !span.IsSpeech || IsTitle(row.Text.AsSpan(span.Start..span.End)));
    }

    /// <summary>Whether it is written like a title: nearly all words have a capital.</summary>
    private bool IsTitle(ReadOnlySpan<char> part) =>
        words is { HasNames: true, ArePartsOfText: false } && WordList.HasAtLeast(part, FewestOfTitle)
        && CapitalNames.AreMostCapital(part.ToString());

    /// <summary>Whether a place is inside of a quotation, or holds one.</summary>
    private bool Touches(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        return length > 0 && row.Spans.Exists(span => span.IsSpeech && span.Touches(from, length)
            && (from >= span.Start || from + length <= span.End || span.IsLong) && IsSaid(row.Text, span));
    }

    private bool HasLong(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        return length > 0 && row.Spans.Exists(span => span.IsSpeech && span.Touches(from, length)
            && span.IsLong && IsSaid(row.Text, span));
    }

    /// <summary>Whether a part is what somebody said, and no title or term.</summary>
    /// <remarks>It is long, or has a mark of its sentence, or the sentence around it has a word of saying.</remarks>
    private bool IsSaid(string text, QuoteSpan span)
    {
        ReadOnlySpan<char> part = text.AsSpan(span.Start..span.End);
        if (IsTitle(part))
        {
            return false;
        }

        if (words is not { Quoting.Count: > 0 } || part.IsEmpty || span.End == text.Length
            || part[^1] is ',' or '.' or '!' or '?' or '…' || WordList.HasAtLeast(part, FewestOfSpeech))
        {
            return true;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, span.Start - 1)[^Math.Min(span.Start - 1, LongestSentence)..];
        ReadOnlySpan<char> after = text.AsSpan(span.End, Math.Min(text.Length - span.End, LongestSentence));
        int start = before.LastIndexOf(". ") + 1;
        int end = after.IndexOf(". ");
        return before.TrimEnd() is [] or [.., ':'] || HasSaying(before[start..])
            || HasSaying(end < 0 ? after : after[..end]);

        bool HasSaying(ReadOnlySpan<char> side) => WordList.Of(side.ToString())
            .Exists(word => words.Sayings.Contains(word) || words.Quoting.Contains(word));
    }
}
