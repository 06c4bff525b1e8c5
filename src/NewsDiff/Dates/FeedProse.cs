namespace NewsDiff.Dates;

/// <summary>Reads dates that feeds write in prose.</summary>
internal static class FeedProse
{
    /// <summary>A feed does not tell whether its days or its months come first.</summary>
    private static readonly DateConvention NoConvention = new(DateOrder.Unknown);

    /// <summary>Reads a date, or the time of a date that is read already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day that is known already, or null.</param>
    /// <returns>The date; what was known when the text says no more.</returns>
    public static ArticleDate? Read(ReadOnlySpan<char> text, ArticleDate? day) =>
        DateText.Find(text, NoConvention) is { } found && (day is null || found.Local.Date == day.Value.Local.Date)
            ? found
            : day;
}
