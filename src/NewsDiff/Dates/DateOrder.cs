namespace NewsDiff.Dates;

/// <summary>The meaning of the first number in a date such as 3/5/2026.</summary>
internal enum DateOrder
{
    /// <summary>The day.</summary>
    DayFirst,

    /// <summary>The month, when slashes separate the numbers.</summary>
    MonthFirst,

    /// <summary>Unknown.</summary>
    Unknown,
}
