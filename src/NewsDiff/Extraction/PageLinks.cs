using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction;

/// <summary>Finds the feeds that a page announces in its head.</summary>
public static class PageLinks
{
    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"];

    /// <summary>Finds the announced feeds, in the page's order, each address once.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The feeds; empty for a page past the default limits of <see cref="ExtractionOptions"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<FeedLink> FindFeeds(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using ParsedPage? parsed = new PageParser(new ExtractionOptions()).Parse(request.Html, cancellationToken);
        return parsed is null
            ? []
            : [.. PageScanner.Scan(parsed, request.Url, rule: null, cancellationToken).Links
                .Select(link => ToFeed(link, request.Url))
                .OfType<FeedLink>()
                .DistinctBy(feed => feed.Url)];
    }

    private static FeedLink? ToFeed(PageLink link, Uri page)
    {
        bool isAlternate = link.Relation.Split((char[]?)null).Contains("alternate", StringComparer.OrdinalIgnoreCase);
        string? type = MediaType.Of(link.Type);
        return isAlternate && type is not null && MediaType.IsAnyOf(type, FeedTypes)
            && Uri.TryCreate(page, link.Address, out Uri? url) && url.Scheme is "http" or "https"
                ? new FeedLink(url, type, link.Title)
                : null;
    }
}
