namespace NewsDiff.Dates;

/// <summary>The date format of a page's origin.</summary>
/// <param name="Order">The meaning of the first number in 3/5/2026.</param>
/// <param name="Language">The code of the language, in lower case, or null.</param>
/// <param name="Country">The code of the country, in capitals, or null.</param>
internal readonly record struct DateConvention(DateOrder Order, string? Language = null, string? Country = null);
