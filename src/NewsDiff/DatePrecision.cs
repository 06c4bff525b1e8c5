namespace NewsDiff;

/// <summary>How exactly a publisher stated a date.</summary>
public enum DatePrecision
{
    /// <summary>Only the year is known.</summary>
    Year = 1,

    /// <summary>Year and month are known.</summary>
    Month,

    /// <summary>The day is known, the time is not.</summary>
    Day,

    /// <summary>The time is known to the minute.</summary>
    Minute,

    /// <summary>The time is known to the second or better.</summary>
    Second,
}
