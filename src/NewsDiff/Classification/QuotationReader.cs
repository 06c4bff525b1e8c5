using System.Text;

namespace NewsDiff.Classification;

/// <summary>Finds out whether what somebody said or wrote is quoted differently.</summary>
internal static class QuotationReader
{
    /// <summary>Whether marks were put around words or taken from them.</summary>
    /// <remarks>A mark that was missing and is there now, or the reverse, is typography.</remarks>
    public static bool HasOtherMarks(Passage passage) =>
        QuoteSpans.CountMarks(passage.Old) != QuoteSpans.CountMarks(passage.New)
        && Math.Abs(passage.OldRow.Marks - passage.NewRow.Marks) != 1;

    /// <summary>Whether a quotation changed, in a place in which words changed.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="isNewStatement">Whether the whole statement is new or gone.</param>
    public static bool HasOtherQuotation(Passage passage, bool isNewStatement)
    {
        if (isNewStatement)
        {
            return HasLong(passage.OldRow, passage.OldRange) || HasLong(passage.NewRow, passage.NewRange);
        }

        return Touches(passage.OldRow, passage.OldCore) || Touches(passage.NewRow, passage.NewCore)
            || (HasOtherMarks(passage) && HasOtherLongMarks(passage)
                && !HasTitlesOnly(passage.OldRow) && !HasTitlesOnly(passage.NewRow));
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

    private static bool HasTitlesOnly(RowText row) =>
        row.Spans.Count > 0 && row.Spans.TrueForAll(static span => !span.IsSpeech);

    /// <summary>Whether a place is inside of a quotation, or holds one.</summary>
    private static bool Touches(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        return length > 0 && row.Spans.Exists(span => span.IsSpeech && span.Touches(from, length)
            && (from >= span.Start || from + length <= span.End || span.IsLong));
    }

    private static bool HasLong(RowText row, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(row.Text.Length);
        return length > 0 && row.Spans.Exists(span => span.IsSpeech && span.Touches(from, length)
            && span.IsLong);
    }
}
