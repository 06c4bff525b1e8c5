namespace NewsDiff.Extraction;

/// <summary>The kinds of pages.</summary>
public enum PageVerdict
{
    /// <summary>An article.</summary>
    Article = 1,

    /// <summary>Nothing to read: no text, or only a script that would load it.</summary>
    Empty,

    /// <summary>An error page, whatever its HTTP status.</summary>
    ErrorPage,

    /// <summary>A wall for consent, a login, a payment or a proof of being human.</summary>
    Wall,

    /// <summary>A list of links to articles.</summary>
    Listing,

    /// <summary>A page that exceeds the limits of length, depth, elements or attributes.</summary>
    TooComplex,
}
