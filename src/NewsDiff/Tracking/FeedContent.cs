using System.Globalization;
using NewsDiff.Feeds;
using NewsDiff.Identity;

namespace NewsDiff.Tracking;

/// <summary>Registers the articles that a feed or a sitemap announces, each new one due at once.</summary>
/// <remarks>
/// A sitemap may list all that a site ever published: only what is dated within the last three days is news, and of an index only sitemaps that may hold
/// some are read. Entries are taken one by one; memory does not grow with their number.
/// </remarks>
internal sealed class FeedContent(
    TrackingContext context,
    Func<FeedRequest, CancellationToken, Task<FeedResult>> fetch,
    Uri feedUrl,
    Subscription? subscription,
    DateTimeOffset now)
{
    private const int MostSitemaps = 16;

    private static readonly TimeSpan News = TimeSpan.FromDays(3);

    private readonly ArticleIdentity _identity = new(context);
    private int _entries;
    private string _trouble = "";

    /// <summary>How many of the articles are new.</summary>
    public int Added { get; private set; }

    /// <summary>Whether a sitemap could not be read as it should be, so that it must be asked for again in full.</summary>
    public bool HasBrokenOff { get; private set; }

    /// <summary>What was found, in a sentence for people.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{_entries} {(_entries == 1 ? "entry" : "entries")}, {Added} new.{_trouble}");

    /// <summary>Registers what was fetched.</summary>
    public async Task RegisterAsync(FeedResult result, CancellationToken cancellationToken)
    {
        if (result.Feed is { } feed)
        {
            _entries = feed.Entries.Length;
            foreach (FeedSighting sighting in FeedSightings.Of(feed, feedUrl, subscription?.Filter))
            {
                await RegisterAsync(sighting, cancellationToken).ConfigureAwait(false);
            }
        }
        else if (result.Sitemap is { } sitemap)
        {
            var further = new LatestSitemaps(MostSitemaps);
            await RegisterAsync(sitemap, further, cancellationToken).ConfigureAwait(false);
            foreach (SitemapEntry named in further.LatestFirst())
            {
                FeedResult part = await fetch(FeedRequest.For(named.Url), cancellationToken).ConfigureAwait(false);
                if (part.Sitemap is { } pages)
                {
                    // An index may not name an index.
                    await RegisterAsync(pages, further: null, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    _trouble = $" {named.Url.AbsoluteUri} could not be read: {part.Reason}";
                }
            }
        }
    }

    private static DateTimeOffset? Date(SitemapEntry entry) => (entry.PublishedAt ?? entry.ModifiedAt)?.ToDateTimeOffset();

    private async Task RegisterAsync(SitemapReader sitemap, LatestSitemaps? further, CancellationToken cancellationToken)
    {
        await foreach (SitemapEntry entry in sitemap.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            DateTimeOffset? date = Date(entry);
            if (entry.IsSitemap)
            {
                if (date is null || now - date <= News)
                {
                    further?.Add(entry, date);
                }

                continue;
            }

            _entries++;
            var announced = new FeedEntry { Link = entry.Url, Title = entry.Title ?? "", PublishedAt = entry.PublishedAt };
            if (now - date <= News && subscription?.Filter?.Allows(announced) is not false)
            {
                var sighting = new FeedSighting(entry.Url, ArticleKeys.Of(entry.Url)[0], IdKey: null, announced);
                await RegisterAsync(sighting, cancellationToken).ConfigureAwait(false);
            }
        }

        if (sitemap.BrokenOff is { } fault)
        {
            HasBrokenOff = true;
            _trouble = $" It is not in order: {fault}";
        }
    }

    private async Task RegisterAsync(FeedSighting sighting, CancellationToken cancellationToken)
    {
        var registration = new ArticleRegistration
        {
            Keys = [sighting.Key],
            Url = UrlCanonicalizer.Canonicalize(sighting.Link),
            SeenAt = now,
            Source = subscription?.Source ?? feedUrl.IdnHost,
            FeedUrl = feedUrl,
        };
        Added += await _identity.RegisterAsync(sighting, registration, cancellationToken).ConfigureAwait(false) ? 1 : 0;
    }
}
