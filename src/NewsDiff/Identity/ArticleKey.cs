using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>A key of an article, and the only place that knows how catalogs store keys.</summary>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Value">The stored text without the mark of the kind.</param>
internal readonly record struct ArticleKey(ArticleKeyKind Kind, string Value)
{
    private const string AddressMark = "url:";
    private const string FeedIdMark = "guid:";
    private const string StatementMark = "canonical:";
    private const string HintMark = "hint:";

    /// <summary>Separates a value from the name that scopes it: a feed's host, or a possible article.</summary>
    private const char ScopeEnd = '|';

    private const string HttpsPrefix = "https://";
    private const string HttpPrefix = "http://";

    /// <summary>The id of the article that a hint names; null for other keys.</summary>
    public string? HintedId => Kind == ArticleKeyKind.Hint ? Scope : null;

    /// <summary>What scopes the value: a feed's host, or a possible article; null for nothing.</summary>
    public string? Scope =>
        Kind is ArticleKeyKind.Hint or ArticleKeyKind.FeedId
        && Value.IndexOf(ScopeEnd, StringComparison.Ordinal) is >= 0 and var end
            ? Value[..end]
            : null;

    /// <summary>The address that a key names, with the scheme of another one; null for keys of other kinds.</summary>
    public Uri? AddressOn(Uri other) =>
        Kind == ArticleKeyKind.Address && Value.StartsWith(HttpsPrefix, StringComparison.Ordinal)
            && Uri.TryCreate(other.Scheme + Value[(HttpsPrefix.Length - 3)..], UriKind.Absolute, out Uri? url)
            ? url
            : null;

    /// <summary>The key of an address, equal for http and https.</summary>
    public static ArticleKey OfAddress(Uri url) => new(ArticleKeyKind.Address, AddressOf(url));

    /// <summary>The key of an id within the host of its feed.</summary>
    public static ArticleKey OfFeedId(string id, Uri feedUrl) =>
        new(ArticleKeyKind.FeedId, HostName.Of(feedUrl) + ScopeEnd + WithHttps(id));

    /// <summary>The key of an address that a page states, but at which the article was never seen.</summary>
    public static ArticleKey OfStatement(Uri url) => new(ArticleKeyKind.Statement, AddressOf(url));

    /// <summary>The key of an article that may be another one.</summary>
    /// <param name="otherId">The other article's id.</param>
    /// <param name="key">The stored key under which the article was announced.</param>
    public static ArticleKey OfHint(string otherId, string key) =>
        new(ArticleKeyKind.Hint, otherId + ScopeEnd + key);

    /// <summary>Reads a stored key.</summary>
    public static ArticleKey Parse(string text)
    {
        ReadOnlySpan<ArticleKeyKind> kinds =
            [ArticleKeyKind.Address, ArticleKeyKind.FeedId, ArticleKeyKind.Statement, ArticleKeyKind.Hint];
        foreach (ArticleKeyKind kind in kinds)
        {
            string mark = MarkOf(kind);
            if (text.StartsWith(mark, StringComparison.Ordinal))
            {
                return new ArticleKey(kind, text[mark.Length..]);
            }
        }

        return new ArticleKey(ArticleKeyKind.Other, text);
    }

    /// <summary>The key as catalogs store it.</summary>
    public override string ToString() => MarkOf(Kind) + Value;

    private static string MarkOf(ArticleKeyKind kind) => kind switch
    {
        ArticleKeyKind.Address => AddressMark,
        ArticleKeyKind.FeedId => FeedIdMark,
        ArticleKeyKind.Statement => StatementMark,
        ArticleKeyKind.Hint => HintMark,
        _ => "",
    };

    private static string AddressOf(Uri url) => WithHttps(UrlCanonicalizer.Canonicalize(url).AbsoluteUri);

    private static string WithHttps(string text) =>
        text.StartsWith(HttpPrefix, StringComparison.OrdinalIgnoreCase)
            ? HttpsPrefix + text[HttpPrefix.Length..]
            : text;
}
