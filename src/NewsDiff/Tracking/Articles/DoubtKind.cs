namespace NewsDiff.Tracking.Articles;

/// <summary>Why a text is doubted.</summary>
/// <remarks>Visits remember the numbers.</remarks>
internal enum DoubtKind
{
    /// <summary>It has no title, but had one.</summary>
    Untitled = 1,

    /// <summary>It is elsewhere on the page.</summary>
    Elsewhere,

    /// <summary>It lost most of its length.</summary>
    Shrunk,

    /// <summary>It is an earlier text of a very different length.</summary>
    Returned,

    /// <summary>It shares few words with the article, and has another title.</summary>
    Another,

    /// <summary>It ends in the middle.</summary>
    CutOff,

    /// <summary>It was read in the wrong encoding.</summary>
    Garbled,

    /// <summary>Another story follows it.</summary>
    Appended,

    /// <summary>Other articles of the site have the same text.</summary>
    Shared,

    /// <summary>It is at another page's address, where a redirect led.</summary>
    Redirected,
}
