namespace NewsDiff.Search;

/// <summary>What a row of the index is; the numbers are stored.</summary>
internal enum SearchForm
{
    /// <summary>A whole paragraph or title.</summary>
    Whole = 1,

    /// <summary>Words that an edit added to a paragraph or title.</summary>
    Added = 2,

    /// <summary>A removed paragraph, or words that an edit removed from a paragraph or title.</summary>
    Removed = 3,
}
