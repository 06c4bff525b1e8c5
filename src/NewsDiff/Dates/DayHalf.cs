namespace NewsDiff.Dates;

/// <summary>The part of the day that a word beside a clock time names.</summary>
internal enum DayHalf : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>The twelve hours before noon; 12 is midnight.</summary>
    Am,

    /// <summary>The twelve hours after noon; 12 is noon.</summary>
    Pm,

    /// <summary>The hours before noon, where 12 may be noon or midnight.</summary>
    Morning,

    /// <summary>The hours after midnight.</summary>
    Small,

    /// <summary>The hours around noon.</summary>
    Midday,

    /// <summary>The hours from noon to the evening.</summary>
    Afternoon,

    /// <summary>The hours after noon, where 12 may be noon or midnight.</summary>
    Later,

    /// <summary>The hours before night.</summary>
    Evening,

    /// <summary>The last hours of the day.</summary>
    /// <remarks>Some languages use the word for its first hours too; only the last ones are read.</remarks>
    Night,
}
