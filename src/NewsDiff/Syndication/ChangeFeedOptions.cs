using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Syndication;

/// <summary>The options of a feed of changes.</summary>
/// <remarks>Equality compares functions by reference.</remarks>
public sealed record ChangeFeedOptions
{
    /// <summary>The format. The default is <see cref="ChangeFeedFormat.Atom"/>.</summary>
    public ChangeFeedFormat Format { get; init; } = ChangeFeedFormat.Atom;

    /// <summary>The feed's title. The default is "Changes after publication".</summary>
    public string Title { get; init; } = "Changes after publication";

    /// <summary>A sentence about the feed.</summary>
    /// <remarks>The default is a sentence about words of news articles that changed.</remarks>
    public string Description
    {
        get;
        init;
    } = "Words of news articles that changed after publication.";

    /// <summary>The address of the feed itself; null for none. The default is null.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? SelfUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>The address of the feed's page; null for none. The default is null.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? HomeUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>The address of the part with older entries (RFC 5005); null for none.</summary>
    /// <remarks>The default is null.</remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? NextUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>The Atom id of the feed, unique and permanent; null for <see cref="SelfUrl"/>.</summary>
    /// <remarks>
    /// The default is null. Without either, every feed has the same constant id, so readers cannot tell two feeds
    /// apart.
    /// </remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? Id { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>The language of <see cref="Translate"/>, such as <c>de</c>. The default is <c>en</c>.</summary>
    /// <exception cref="ArgumentException">It is no language tag.</exception>
    public string Language
    {
        get;
        init => field = OptionRange.Check(value, HtmlText.IsLanguage(value), "be a language tag such as 'de'");
    } = "en";

    /// <summary>Translates words of our own, such as <c>Text changed: {0}</c>; null leaves them English.</summary>
    /// <remarks>
    /// The default is null. A number chooses the plural form of <c>{0} words added</c>. Places stay places.
    /// </remarks>
    public Func<string, int?, string>? Translate { get; init; }

    /// <summary>The words of the feed.</summary>
    internal IOwnTexts Texts => TranslatedTexts.Of(Language, Translate);

    /// <summary>The id to write: the given one, the feed's address, or a constant.</summary>
    internal string FeedId => (Id ?? SelfUrl)?.AbsoluteUri ?? "urn:uuid:6e657773-6469-8666-8368-616e67657321";

    /// <summary>The target of an entry; null for the article itself. The default is null.</summary>
    public Func<ArticleChange, Uri>? LinkOf { get; init; }

    /// <summary>The target of an entry that is not a change, by article id.</summary>
    /// <remarks>The default is null: the article itself.</remarks>
    public Func<string, Uri>? LinkOfArticle { get; init; }
}
