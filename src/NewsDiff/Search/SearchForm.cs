namespace NewsDiff.Search;

/// <summary>The kind of a row of the index; the numbers are stored.</summary>
internal enum SearchForm
{
    /// <summary>A whole paragraph or title.</summary>
    Whole = 1,

    /// <summary>Words that an edit added to a paragraph or title.</summary>
    Added = 2,

    /// <summary>A removed paragraph, or words that an edit removed from a paragraph or title.</summary>
    Removed = 3,
}
