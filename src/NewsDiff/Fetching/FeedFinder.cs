using System.Collections.Immutable;
using NewsDiff.Feeds;
using NewsDiff.Fetching.Http;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Fetching;

/// <summary>Looks for the feeds of a site.</summary>
/// <remarks>
/// It takes the feeds that the page names; if there are none, it takes the first feed at a common place and the
/// sitemaps in robots.txt. It requests the address, robots.txt and at most the <see cref="CommonPlaces"/>, one after
/// the other, by the rules of the fetcher. Sitemaps are named, not fetched. Instances are safe for concurrent use.
/// </remarks>
public sealed class FeedFinder : IDisposable
{
    private const int MostSitemaps = 20;

    private readonly PoliteClient _client;
    private readonly PoliteClient? _own;
    private readonly HttpFeedFetcher _feeds;

    /// <summary>Makes a finder over a <see cref="PoliteClient"/> of its own, which it disposes.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public FeedFinder(HttpFetchOptions? options = null)
        : this(new PoliteClient(options)) => _own = _client;

    /// <summary>Makes a finder over a client that others share.</summary>
    /// <param name="client">The way to the web; it is not disposed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public FeedFinder(PoliteClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _feeds = new HttpFeedFetcher(client);
    }

    /// <summary>The paths to try, in order, on a site whose page names no feed.</summary>
    /// <remarks>The search stops at the first feed.</remarks>
    public static ImmutableArray<string> CommonPlaces
    {
        get;
    } = ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"];

    /// <summary>Looks for feeds.</summary>
    /// <param name="url">The address of a feed, or of a page of the site.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The result; empty if the site forbids the search, or has no feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FeedSearchResult> FindAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        return await FindAsync(
            await _feeds.FetchAsync(FeedRequest.For(url), cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Looks for feeds, beginning with an answer that was already fetched.</summary>
    /// <param name="answer">The answer for the address of a feed, or of a page of the site.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The result; empty if the site forbids the search, or has no feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FeedSearchResult> FindAsync(FeedResult answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Status == FetchStatus.Fetched)
        {
            var itself = new FoundFeed
            {
                Url = answer.MovedTo ?? answer.Url,
                Place = FeedPlace.Itself,
                Result = answer,
            };
            return new FeedSearchResult { Feeds = [itself], Answer = answer };
        }

        if (!answer.Alternates.IsEmpty)
        {
            IEnumerable<FoundFeed> named = answer.Alternates.Select(
                static feed => new FoundFeed { Url = feed, Place = FeedPlace.Page });
            return new FeedSearchResult { Feeds = [.. named], Answer = answer };
        }

        // If the site does not answer, or the address is not a page, guessing would not help.
        if (answer.Status != FetchStatus.NotAFeed)
        {
            return new FeedSearchResult { Answer = answer };
        }

        FoundFeed? common = await FindCommonAsync(answer.Url, cancellationToken).ConfigureAwait(false);
        IEnumerable<FoundFeed> sitemaps = await FindSitemapsAsync(answer.Url, cancellationToken).ConfigureAwait(false);
        return new FeedSearchResult { Feeds = common is null ? [.. sitemaps] : [common, .. sitemaps], Answer = answer };
    }

    /// <summary>Disposes the <see cref="PoliteClient"/>, if the finder made it.</summary>
    public void Dispose()
    {
        _feeds.Dispose();
        _own?.Dispose();
    }

    private async Task<IEnumerable<FoundFeed>> FindSitemapsAsync(Uri page, CancellationToken cancellationToken)
    {
        var request = new PoliteRequest { Url = new Uri(page, "/robots.txt"), Accept = RobotsAccept.Value };
        PoliteResponse robots = await _client.GetAsync(request, cancellationToken).ConfigureAwait(false);
        return robots.Status == FetchStatus.Fetched
            ? RobotsSitemaps.Read(robots.Body.Span, robots.Url, MostSitemaps)
                .Select(static url => new FoundFeed { Url = url, Place = FeedPlace.Robots })
            : [];
    }

    private async Task<FoundFeed?> FindCommonAsync(Uri page, CancellationToken cancellationToken)
    {
        foreach (string path in CommonPlaces)
        {
            var place = new Uri(page, path);
            FeedResult result = await _feeds.FetchAsync(FeedRequest.For(place), cancellationToken)
                .ConfigureAwait(false);
            if (result.Feed is not null)
            {
                return new FoundFeed { Url = result.MovedTo ?? place, Place = FeedPlace.CommonPlace, Result = result };
            }

            if (result.Status is FetchStatus.OnHold or FetchStatus.TimedOut or FetchStatus.Failed)
            {
                // The site asked for a pause, or is overloaded.
                return null;
            }
        }

        return null;
    }
}
