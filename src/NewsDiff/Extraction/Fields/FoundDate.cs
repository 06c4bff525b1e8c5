namespace NewsDiff.Extraction.Fields;

/// <summary>A date that a text states.</summary>
/// <param name="Date">The date, as the convention reads it; with the day before the month where it reads neither.</param>
/// <param name="Swapped">The date with day and month swapped, where numbers alone do not tell them apart; else null.</param>
/// <param name="Order">The order that the numbers show, or in which they were read.</param>
internal readonly record struct FoundDate(ArticleDate Date, ArticleDate? Swapped = null, DateOrder Order = DateOrder.Unknown)
{
    /// <summary>Whether neither the text nor the convention tells day and month apart.</summary>
    public bool IsOpen => Swapped is not null && Order == DateOrder.Unknown;
}
