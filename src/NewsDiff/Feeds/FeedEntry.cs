using System.Collections.Immutable;
using NewsDiff.Addresses;

namespace NewsDiff.Feeds;

/// <summary>One entry of a feed.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FeedEntry
{
    /// <summary>The announced page, or null.</summary>
    public Uri? Link { get; init; }

    /// <summary>The page's own address, when <see cref="Link"/> leads through a redirector; otherwise null.</summary>
    public Uri? OriginalLink { get; init; }

    /// <summary>The id the publisher gave it (guid, atom:id), or null.</summary>
    public string? Id { get; init => field = value is null ? null : UserInfo.Without(value); }

    /// <summary>Its title, as text; empty when it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its title as HTML, if it has markup; otherwise null. It is not sanitised.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>Its summary, as text; null when it has none.</summary>
    public string? Summary { get; init; }

    /// <summary>The names of its authors. The default is empty.</summary>
    public ImmutableArray<string> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its categories. The default is empty.</summary>
    public ImmutableArray<string> Categories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was published, with the publisher's offset, or null.</summary>
    public ArticleDate? PublishedAt { get; init; }

    /// <summary>When it was last updated, with the publisher's offset, or null.</summary>
    public ArticleDate? UpdatedAt { get; init; }
}
