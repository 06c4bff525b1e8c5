namespace NewsDiff.Pages;

/// <summary>The kinds of pages that links lead to.</summary>
public enum PageKind
{
    /// <summary>The latest changes of all articles: the front page.</summary>
    Changes = 1,

    /// <summary>The feeds that are followed.</summary>
    Feeds,

    /// <summary>The history of one article.</summary>
    Article,

    /// <summary>Two versions of one article, compared.</summary>
    Comparison,

    /// <summary>The text of one version.</summary>
    Version,

    /// <summary>The page for an address without content.</summary>
    NotFound,

    /// <summary>The changes as an Atom feed, of all articles or of one.</summary>
    AtomFeed,

    /// <summary>The changes as an RSS feed, of all articles or of one.</summary>
    RssFeed,

    /// <summary>The stylesheet of the pages.</summary>
    StyleSheet,

    /// <summary>The followed articles, changed or not.</summary>
    Articles,

    /// <summary>The changes as a JSON Feed, of all articles or of one.</summary>
    JsonFeed,

    /// <summary>Words found in all versions, even in removed text.</summary>
    Search,

    /// <summary>A version with the versions that brought its words.</summary>
    Origins,

    /// <summary>The sites that articles come from, with their activity.</summary>
    Sources,

    /// <summary>How one site edits its articles.</summary>
    Source,

    /// <summary>A page for managing what is followed; see <see cref="ManageDesk"/>.</summary>
    Manage,

    /// <summary>The picture of a comparison, for sharing.</summary>
    Card,
}
