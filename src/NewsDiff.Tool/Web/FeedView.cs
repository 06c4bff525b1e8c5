using System.Collections.Immutable;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Input;

namespace NewsDiff.Tool.Web;

/// <summary>The content of an address or file: a feed, or links to feeds and sitemaps.</summary>
internal sealed record FeedView(Uri Url, Feed? Feed, ImmutableArray<FoundFeed> Others, string? Reason)
{
    /// <summary>Whether there is neither a feed nor a link.</summary>
    internal bool IsEmpty => Feed is null && Others.IsEmpty;

    /// <summary>Makes a view of a search's result; a feed at the address hides other feeds.</summary>
    internal static async Task<FeedView> OfAsync(FeedSearchResult search, CancellationToken stop)
    {
        FeedResult answer = search.Answer;
        return answer.Sitemap is { } sitemap
            ? await OfAsync(new SitemapReader(sitemap), answer.Url, stop).ConfigureAwait(false)
            : new FeedView(answer.Url, answer.Feed, answer.Feed is null ? search.Feeds : [], answer.Reason);
    }

    /// <summary>Makes a view of a document.</summary>
    internal static async Task<FeedView> OfAsync(byte[] content, Uri url, CancellationToken stop)
    {
        if (SitemapReader.IsSitemap(content))
        {
            return await OfAsync(new SitemapReader(new MemoryStream(content), url), url, stop).ConfigureAwait(false);
        }

        FeedReadResult reading = FeedReader.Read(content, url);
        ImmutableArray<FoundFeed> named = reading.IsPage
            ? [.. HtmlArticleExtractor
                .FindFeeds(new ExtractionRequest { Html = TextBytes.Decode(content), Url = url }, stop)
                .Select(feed => new FoundFeed { Url = feed, Place = FeedPlace.Page })]
            : [];
        return new FeedView(url, reading.Feed, named, reading.Reason);
    }

    private static async Task<FeedView> OfAsync(SitemapReader sitemap, Uri url, CancellationToken stop)
    {
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        var named = ImmutableArray.CreateBuilder<FoundFeed>();
        await foreach (SitemapEntry entry in sitemap.ReadAsync(stop).ConfigureAwait(false))
        {
            if (entry.IsSitemap)
            {
                named.Add(new FoundFeed { Url = entry.Url, Place = FeedPlace.Robots });
            }
            else
            {
                entries.Add(new FeedEntry
                {
                    Link = entry.Url,
                    Title = entry.Title ?? "",
                    PublishedAt = entry.PublishedAt,
                    UpdatedAt = entry.ModifiedAt,
                });
            }
        }

        Feed? feed = entries.Count > 0 || (named.Count == 0 && sitemap.BrokenOff is null)
            ? new Feed
            {
                Title = $"Sitemap of {(url.IsFile ? Path.GetFileName(url.LocalPath) : url.IdnHost)}",
                Entries = entries.ToImmutable(),
            }
            : null;
        return new FeedView(url, feed, named.ToImmutable(), sitemap.BrokenOff);
    }
}
