namespace NewsDiff.Feeds;

/// <summary>The parts of an entry that a pattern can match.</summary>
internal enum EntryPart
{
    /// <summary>The address of the page it announces.</summary>
    Url = 1,

    /// <summary>The title.</summary>
    Title,

    /// <summary>Any one of the categories.</summary>
    Category,
}
