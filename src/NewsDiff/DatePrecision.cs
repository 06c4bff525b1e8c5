namespace NewsDiff;

/// <summary>The precision of a date that a publisher states.</summary>
public enum DatePrecision
{
    /// <summary>Only the year is known.</summary>
    Year = 1,

    /// <summary>Year and month are known.</summary>
    Month,

    /// <summary>The day is known, but not the time.</summary>
    Day,

    /// <summary>The time is known to the minute.</summary>
    Minute,

    /// <summary>The time is known to the second or better.</summary>
    Second,
}
