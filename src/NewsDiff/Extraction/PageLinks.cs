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
    public static ImmutableArray<FeedLink> FindFeeds(
        ExtractionRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using ParsedPage? parsed = new PageParser(new ExtractionOptions()).Parse(request.Html, cancellationToken);
        if (parsed is null)
        {
            return [];
        }

        Page page = PageScanner.Scan(parsed, request.Url, rule: null, cancellationToken);
        return [.. page.Links.Select(link => ToFeed(link, page)).OfType<FeedLink>().DistinctBy(feed => feed.Url)];
    }

    private static FeedLink? ToFeed(PageLink link, Page page)
    {
        bool isAlternate = link.Relation.Split((char[]?)null).Contains("alternate", StringComparer.OrdinalIgnoreCase);
        string? type = MediaType.Of(link.Type);
        return isAlternate && type is not null && MediaType.IsAnyOf(type, FeedTypes)
            && page.Resolve(link.Address) is { } url
                ? new FeedLink { Url = url, MediaType = type, Title = link.Title }
                : null;
    }
}
