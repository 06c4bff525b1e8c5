using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tracking.Articles;

namespace NewsDiff.Tracking.Visits;

/// <summary>Registers the articles of a feed or sitemap; each new one is due at once.</summary>
/// <remarks>
/// A sitemap may list everything that a site ever published. Only entries dated within the last three days are news,
/// and only sitemaps of an index that may have such entries are read. A date after tomorrow does not count. Entries are
/// handled one by one; memory does not grow with their number.
/// </remarks>
internal sealed class FeedContent(
    TrackingContext context,
    Func<FeedRequest, CancellationToken, Task<FeedResult>> fetch,
    Uri feedUrl,
    Subscription? subscription,
    DateTimeOffset now)
{
    private const int MostSitemaps = 16;

    /// <summary>The consecutive failures to register that show a fault of the store.</summary>
    private const int MostFaultsInARow = 8;

    private static readonly TimeSpan News = TimeSpan.FromDays(3);

    /// <summary>How far ahead a date may be: it is already tomorrow somewhere, and clocks differ.</summary>
    private static readonly TimeSpan Tomorrow = TimeSpan.FromDays(1);

    private readonly EntryIdentity _identity = new(context);
    private Announcements _before = new();
    private Announcements? _known;
    private IReadOnlyDictionary<string, FeedSighting> _places = FeedSightings.Nowhere;
    private int _entries;
    private int _faults;
    private int _faultsInARow;
    private bool _hasBrokenOff;
    private bool _isIndex;
    private string _trouble = "";

    /// <summary>Whether entries that are known are registered again too. The default is false.</summary>
    public bool RegistersAll { get; init; }

    /// <summary>The parameters of the addresses that may be sessions. The default is none.</summary>
    public ImmutableArray<SessionParameter> Sessions { get; set; } = [];

    /// <summary>The number of new articles.</summary>
    public int Added { get; private set; }

    /// <summary>Whether everything was read and registered; otherwise the feed must be requested in full.</summary>
    /// <remarks>An index stays the same while its sitemaps change.</remarks>
    public bool IsWhole => _faults == 0 && !_hasBrokenOff && !_isIndex;

    /// <summary>The result, in a sentence for people.</summary>
    public string Summary =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_entries} {(_entries == 1 ? "entry" : "entries")}, {Added} new.{_trouble}");

    /// <summary>What the feed says about its entries now.</summary>
    public Announcements Announced { get; } = new();

    /// <summary>
    /// Registers what was fetched, and makes articles due about which the feed now says something else.
    /// </summary>
    /// <param name="result">What was fetched.</param>
    /// <param name="before">What the feed said before.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Whether anything is new.</returns>
    public async Task<bool> RegisterAsync(
        FeedResult result, Announcements before, CancellationToken cancellationToken)
    {
        _before = before;
        _known = !RegistersAll && context.RegisteredFeeds.Contains(subscription, now) ? before : null;
        await RegisterAsync(result, cancellationToken).ConfigureAwait(false);
        if (_faults > 0)
        {
            context.RegisteredFeeds.Remove(subscription);
        }
        else
        {
            context.RegisteredFeeds.Add(subscription, now);
        }

        List<string> changed = Announced.ChangedSince(before);
        await MakeDueAsync(changed, cancellationToken).ConfigureAwait(false);
        return Added > 0 || changed.Count > 0;
    }

    private async Task RegisterAsync(FeedResult result, CancellationToken cancellationToken)
    {
        var further = new LatestSitemaps(MostSitemaps);
        await RegisterAsync(result, further, cancellationToken).ConfigureAwait(false);
        long start = context.Timers.GetTimestamp();
        foreach (SitemapEntry named in further.LatestFirst())
        {
            // The visit must be saved before its lease ends.
            if (context.Timers.GetElapsedTime(start) > context.Options.Lease / 2)
            {
                _trouble = " The site was too slow to read all its sitemaps.";
                return;
            }

            await TryRegisterPartAsync(named.Url, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RegisterAsync(FeedResult result, LatestSitemaps? further, CancellationToken cancellationToken)
    {
        if (result.Feed is { } feed)
        {
            _entries += feed.Entries.Length;
            List<FeedSighting> sightings = SightingsOf(feed);
            _places = FeedSightings.PlacesOf(sightings);
            foreach (FeedSighting sighting in sightings)
            {
                await RegisterAsync(sighting, cancellationToken).ConfigureAwait(false);
            }
        }
        else if (result.Sitemap is { } sitemap)
        {
            await RegisterAsync(sitemap, further, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The entries of a feed, with keys that leave out sessions of readers.</summary>
    private List<FeedSighting> SightingsOf(Feed feed)
    {
        List<FeedSighting> sightings = FeedSightings.Of(feed, feedUrl, subscription?.Filter);
        ImmutableArray<SessionParameter> before = Sessions;
        Sessions =
        [
            .. SessionParameter.After(before, sightings, _before, now).Select(known => known with
            {
                IsProven = known.IsProven || context.Sessions.IsProven(known.Site, known.Name),
            }),
        ];
        foreach (SessionParameter known in before.Where(known => known.IsSuspected))
        {
            if (!Sessions.Any(still => still.IsSuspected && (still.Site, still.Name) == (known.Site, known.Name)))
            {
                context.Sessions.Forget(known.Site, known.Name);
            }
        }

        foreach (SessionParameter known in Sessions.Where(known => known.IsSuspected))
        {
            context.Sessions.Suspect(known.Site, known.Name);
        }

        return Sessions.Any(known => known.IsProven)
            ? FeedSightings.Of(feed, feedUrl, subscription?.Filter, WithoutSessions)
            : sightings;
    }

    /// <summary>The address without this feed's sessions: what other feeds say must not change its articles.</summary>
    private Uri WithoutSessions(Uri url) => Sessions
        .Where(known => known.IsProven && known.Site == url.Authority)
        .Aggregate(url, (rest, known) => SessionParameter.Without(rest, known.Name));

    /// <summary>Reads one sitemap of an index; after an exception, the others are still read.</summary>
    private async Task TryRegisterPartAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            FeedResult part = await fetch(FeedRequest.For(url), cancellationToken).ConfigureAwait(false);
            if (part.Sitemap is not null || part.Feed is not null)
            {
                // A part may be a feed instead of a sitemap; an index must not name an index.
                await RegisterAsync(part, further: null, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _trouble = $" {url.AbsoluteUri} could not be read: {part.Reason}";
            }
        }
        catch (Exception exception) when (IsOfOne(exception, cancellationToken))
        {
            context.Log.SitemapThrew(url, exception);
            _trouble = $" {url.AbsoluteUri} could not be read: {exception.Message}";
        }
    }

    private async Task MakeDueAsync(List<string> keys, CancellationToken cancellationToken)
    {
        foreach (string key in keys)
        {
            try
            {
                await _identity.MakeDueAsync(key, now, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsOfOne(exception, cancellationToken))
            {
                context.Log.EntryThrew(feedUrl, feedUrl, exception);
                _faults++;
                _trouble = $" An entry with a new title or date could not be made due: {exception.Message}";
            }
        }
    }

    private DateTimeOffset? Date(SitemapEntry entry) => Plausible(entry.PublishedAt) ?? Plausible(entry.ModifiedAt);

    private DateTimeOffset? Plausible(ArticleDate? date) =>
        date?.ToDateTimeOffset() is { } time && time - now <= Tomorrow ? time : null;

    private async Task RegisterAsync(Sitemap sitemap, LatestSitemaps? further, CancellationToken cancellationToken)
    {
        var reader = new SitemapReader(sitemap);
        await foreach (SitemapEntry entry in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            DateTimeOffset? date = Date(entry);
            if (entry.IsSitemap)
            {
                _isIndex = true;
                if (date is null || now - date <= News)
                {
                    further?.Add(entry, date);
                }

                continue;
            }

            _entries++;
            var announced = new FeedEntry
            {
                Link = entry.Url,
                Title = entry.Title ?? "",
                PublishedAt = entry.PublishedAt,
                UpdatedAt = entry.ModifiedAt,
            };
            if (now - date <= News && subscription?.Filter?.Allows(announced) is not false)
            {
                var sighting = new FeedSighting(entry.Url, ArticleKeys.Compute(entry.Url)[0], IdKey: null, announced);
                await RegisterAsync(sighting, cancellationToken).ConfigureAwait(false);
            }
        }

        if (reader.BrokenOff is { } fault)
        {
            _hasBrokenOff = true;
            _trouble = $" The sitemap is damaged: {fault}";
        }
    }

    private async Task RegisterAsync(FeedSighting sighting, CancellationToken cancellationToken)
    {
        Announced.Add(sighting, _before);
        if (_known?.Says(sighting) is true)
        {
            return;
        }

        try
        {
            var registration = new ArticleRegistration
            {
                Keys = [sighting.Key],
                Url = UrlCanonicalizer.Canonicalize(sighting.Link),
                SeenAt = now,
                Source = subscription?.Source ?? feedUrl.IdnHost,
                FeedUrl = feedUrl,
            };
            Registered registered = await _identity
                .RegisterAsync(sighting, _places, registration, _before, cancellationToken)
                .ConfigureAwait(false);
            Note(sighting, registered);
        }
        catch (Exception exception) when (IsOfOne(exception, cancellationToken))
        {
            if (++_faultsInARow == MostFaultsInARow)
            {
                throw;
            }

            context.Log.EntryThrew(feedUrl, sighting.Link, exception);
            _faults++;
            _trouble = $" {(_faults == 1 ? "One" : _faults)} could not be registered: {exception.Message}";
        }
    }

    private void Note(in FeedSighting sighting, Registered registered)
    {
        Added += registered.IsNew ? 1 : 0;
        if (registered.IsOpen)
        {
            Announced.Remove(sighting);
        }

        _faultsInARow = 0;
    }

    /// <summary>Whether an exception concerns one entry or part; several in a row concern the store.</summary>
    private bool IsOfOne(Exception exception, CancellationToken cancellationToken) =>
        (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            && _faultsInARow < MostFaultsInARow;
}
