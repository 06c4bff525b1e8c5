namespace NewsDiff.Identity;

/// <summary>The kind of evidence by which a key identifies an article.</summary>
internal enum ArticleKeyKind
{
    /// <summary>Another form, which a host or an earlier version chose.</summary>
    Other,

    /// <summary>The article's address.</summary>
    Address,

    /// <summary>The id in a feed.</summary>
    FeedId,

    /// <summary>An address that the article's page states.</summary>
    Statement,

    /// <summary>The article that it may be the same as.</summary>
    Hint,
}
