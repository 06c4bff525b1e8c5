namespace NewsDiff.Archives;

/// <summary>What became of an article whose kept pages were read again.</summary>
public enum ReprocessStatus
{
    /// <summary>All its versions say what is read now; in a dry run, they would.</summary>
    Replaced = 1,

    /// <summary>A page is not kept, so the article stays as it was.</summary>
    PageMissing,

    /// <summary>A page cannot be read as this article now, so it stays as it was.</summary>
    Refused,
}
