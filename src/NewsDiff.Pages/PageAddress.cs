namespace NewsDiff.Pages;

/// <summary>Names a page, independently of where it is served.</summary>
public sealed record PageAddress
{
    private PageAddress(PageKind kind, string? articleId = null)
    {
        Kind = kind;
        ArticleId = articleId;
    }

    /// <summary>The feeds that are followed.</summary>
    public static PageAddress Feeds { get; } = new(PageKind.Feeds);

    /// <summary>The sites that articles come from, with their activity.</summary>
    public static PageAddress Sources { get; } = new(PageKind.Sources);

    /// <summary>The page for an address without content.</summary>
    public static PageAddress NotFound { get; } = new(PageKind.NotFound);

    /// <summary>The stylesheet of the pages.</summary>
    public static PageAddress StyleSheet { get; } = new(PageKind.StyleSheet);

    /// <summary>The kind of the page.</summary>
    public PageKind Kind { get; }

    /// <summary>The article that it is about, or null.</summary>
    public string? ArticleId { get; }

    /// <summary>The earlier version of a comparison; otherwise 0.</summary>
    public int OldNumber { get; private init; }

    /// <summary>The version, or the later version of a comparison; otherwise 0.</summary>
    public int NewNumber { get; private init; }

    /// <summary>Whether a comparison is one text, not two columns.</summary>
    public bool IsInline { get; private init; }

    /// <summary>The words to look for; null for none.</summary>
    public string? Query { get; private init; }

    /// <summary>The host name of the site that it is about, or null.</summary>
    public string? Host { get; private init; }

    /// <summary>The place that older entries of a list come before; otherwise null.</summary>
    public string? Before { get; private init; }

    /// <summary>The changes that a list is limited to; null for all.</summary>
    public ChangeFilter? Filter { get; private init; }

    /// <summary>The instant of the first change that a list shows; null for all.</summary>
    public DateTimeOffset? Since { get; private init; }

    /// <summary>The place of a page for managing, below the first one; otherwise null.</summary>
    public string? Place { get; private init; }

    /// <summary>The latest changes of all articles.</summary>
    /// <param name="before">Entries before this place, of letters, digits and hyphens; null for the newest.</param>
    /// <param name="filter">The changes to show; null for all.</param>
    /// <param name="since">The instant of the first change to show; null for all.</param>
    /// <returns>The address.</returns>
    public static PageAddress Changes(
        string? before = null, ChangeFilter? filter = null, DateTimeOffset? since = null) =>
        new(PageKind.Changes) { Before = before, Filter = filter, Since = since };

    /// <summary>The followed articles, the latest first.</summary>
    /// <param name="before">Entries before this place, of letters, digits and hyphens; null for the newest.</param>
    /// <returns>The address.</returns>
    public static PageAddress Articles(string? before = null) => new(PageKind.Articles) { Before = before };

    /// <summary>The results of a search in all versions.</summary>
    /// <param name="query">The words to look for; null for the empty form.</param>
    /// <param name="after">The cursor of the hit after which to continue; null for the newest hits.</param>
    /// <returns>The address.</returns>
    public static PageAddress Search(string? query = null, string? after = null) =>
        new(PageKind.Search) { Query = query, Before = after };

    /// <summary>A page for managing what is followed, which only a server has.</summary>
    /// <param name="place">Its place below the first one, such as <c>failing</c>; null for the first.</param>
    /// <returns>The address.</returns>
    public static PageAddress Manage(string? place = null) => new(PageKind.Manage) { Place = place };

    /// <summary>How a site edits its articles.</summary>
    /// <param name="host">The host name of the site.</param>
    /// <returns>The address.</returns>
    public static PageAddress Source(string host) => new(PageKind.Source) { Host = host };

    /// <summary>The history of an article.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <returns>The address.</returns>
    public static PageAddress Article(string articleId) => new(PageKind.Article, articleId);

    /// <summary>The comparison of two versions.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="oldNumber">The number of the version on the left.</param>
    /// <param name="newNumber">The number of the version on the right.</param>
    /// <param name="isInline">Whether it is one text, not two columns.</param>
    /// <returns>The address.</returns>
    public static PageAddress Comparison(
        string articleId, int oldNumber, int newNumber, bool isInline = false) =>
        new(PageKind.Comparison, articleId) { OldNumber = oldNumber, NewNumber = newNumber, IsInline = isInline };

    /// <summary>The picture of a comparison, as a PNG file.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="oldNumber">The number of the earlier version.</param>
    /// <param name="newNumber">The number of the later version.</param>
    /// <returns>The address.</returns>
    public static PageAddress Card(string articleId, int oldNumber, int newNumber) =>
        new(PageKind.Card, articleId) { OldNumber = oldNumber, NewNumber = newNumber };

    /// <summary>The text of a version.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="number">The version's number.</param>
    /// <returns>The address.</returns>
    public static PageAddress Version(string articleId, int number) =>
        new(PageKind.Version, articleId) { NewNumber = number };

    /// <summary>A version with the versions that brought its words.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="number">The version's number.</param>
    /// <returns>The address.</returns>
    public static PageAddress Origins(string articleId, int number) =>
        new(PageKind.Origins, articleId) { NewNumber = number };

    /// <summary>The changes as an Atom feed.</summary>
    /// <param name="articleId">The article's id, or null for all articles.</param>
    /// <param name="before">Entries before this place; null for the newest.</param>
    /// <returns>The address.</returns>
    public static PageAddress AtomFeed(string? articleId = null, string? before = null) =>
        new(PageKind.AtomFeed, articleId) { Before = before };

    /// <summary>The changes as an RSS feed.</summary>
    /// <param name="articleId">The article's id, or null for all articles.</param>
    /// <param name="before">Entries before this place; null for the newest.</param>
    /// <returns>The address.</returns>
    public static PageAddress RssFeed(string? articleId = null, string? before = null) =>
        new(PageKind.RssFeed, articleId) { Before = before };

    /// <summary>The changes as a JSON Feed.</summary>
    /// <param name="articleId">The article's id, or null for all articles.</param>
    /// <param name="before">Entries before this place; null for the newest.</param>
    /// <returns>The address.</returns>
    public static PageAddress JsonFeed(string? articleId = null, string? before = null) =>
        new(PageKind.JsonFeed, articleId) { Before = before };
}
