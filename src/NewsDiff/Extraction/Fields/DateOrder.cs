namespace NewsDiff.Extraction.Fields;

/// <summary>What the first number of a date such as 3/5/2026 is.</summary>
internal enum DateOrder
{
    /// <summary>The day.</summary>
    DayFirst,

    /// <summary>The month, where slashes part the numbers.</summary>
    MonthFirst,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}
