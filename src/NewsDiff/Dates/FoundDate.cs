namespace NewsDiff.Dates;

/// <summary>A date that a text states.</summary>
/// <param name="Date">The date by the page's convention, or day first when there is none.</param>
/// <param name="Swapped">The date with day and month swapped, when the numbers are ambiguous; otherwise null.</param>
/// <param name="Order">The order that the numbers show, or in which they were read.</param>
internal readonly record struct FoundDate(
    ArticleDate Date,
    ArticleDate? Swapped = null,
    DateOrder Order = DateOrder.Unknown)
{
    /// <summary>Whether neither text nor convention distinguishes day and month.</summary>
    public bool IsOpen => Swapped is not null && Order == DateOrder.Unknown;
}
