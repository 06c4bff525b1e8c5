namespace NewsDiff.Dates;

/// <summary>What the first number of a date such as 3/5/2026 is.</summary>
internal enum DateOrder
{
    /// <summary>The day.</summary>
    DayFirst,

    /// <summary>The month, when slashes separate the numbers.</summary>
    MonthFirst,

    /// <summary>Unknown.</summary>
    Unknown,
}
