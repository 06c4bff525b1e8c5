namespace NewsDiff.Dates;

/// <summary>How dates are written where a page comes from.</summary>
/// <param name="Order">What the first number of 3/5/2026 is.</param>
/// <param name="Language">The code of the language, in lower case, or null.</param>
/// <param name="Country">The code of the country, in capitals, or null.</param>
internal readonly record struct DateConvention(DateOrder Order, string? Language = null, string? Country = null);
