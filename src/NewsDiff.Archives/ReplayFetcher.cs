using System.Runtime.CompilerServices;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Archives;

/// <summary>Fetches articles and feeds from an archive, so that runs can be repeated offline.</summary>
/// <remarks>
/// <para>
/// The captures of an address are played one after the other, in order of time. Each has the time of its capture, and
/// trackers date their findings by it. Redirects, validators and robots.txt work as in the recorded run. A request for
/// an address without a further capture fails. </para> <para> <see cref="RepeatAsync"/> repeats a recorded run. For a
/// run of your own, <see cref="Clock"/> stops during a pass, and <see cref="MoveNext"/> sets it to the next capture.
/// Instances are safe for concurrent use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// await using WarcArchive archive = WarcArchive.OpenRead("news.warc.gz");
/// using ReplayFetcher replay = await ReplayFetcher.OpenAsync(archive);
/// var tracker = new ArticleTracker(replay, replay, store, timeProvider: replay.Clock);
/// await foreach (ArticleChange change in replay.RepeatAsync(tracker).Changes())
/// {
///     Console.WriteLine(change.After.Article.Title);
/// }
/// </code>
/// </example>
public sealed class ReplayFetcher : IArticleFetcher, IFeedFetcher, IDisposable
{
    private readonly IPageArchive _archive;
    private readonly CaptureEntry[] _lists;
    private readonly ReplayTape _tape;
    private readonly ReplayOptions _options;
    private readonly SitePoliteness _politeness;
    private readonly ReplayClock _clock;
    private readonly ReplayHandler _handler;
    private readonly HttpClient _http;
    private readonly PoliteClient _client;
    private readonly HttpArticleFetcher _articles;
    private readonly HttpFeedFetcher _feeds;

    private ReplayFetcher(IPageArchive archive, ReplayTape tape, CaptureEntry[] lists, ReplayOptions options)
    {
        _archive = archive;
        _tape = tape;
        _lists = lists;
        _options = options;
        _clock = new ReplayClock(
            tape.Captures is [var first, ..] && first.CapturedAt > DateTimeOffset.MinValue
                ? first.CapturedAt.AddTicks(-1)
                : DateTimeOffset.UnixEpoch);
        _handler = new ReplayHandler(archive, tape, _clock);
        _http = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var limits = new HttpFetchOptions
        {
            RespectRobots = options.RespectRobots,
            RobotsAgent = options.RobotsAgent,
            MaxBodyBytes = options.MaxBodyBytes,
            MinGap = TimeSpan.Zero,
            MaxCrawlDelay = TimeSpan.Zero,
        };

        // Holds are ignored: the recorded run requested every capture, and a replay contacts no site.
        _politeness = new SitePoliteness(_clock) { HeedsHolds = false };
        _client = new PoliteClient(_http, limits, _politeness, _clock);
        _articles = new HttpArticleFetcher(_client, options.Extractor);
        _feeds = new HttpFeedFetcher(_client);
    }

    /// <summary>The clock of the replayed run; give it to the tracker.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>The archive's captures, in order of time.</summary>
    public IReadOnlyList<CaptureEntry> Captures => _tape.Captures;

    /// <summary>The captures that no visit used, by time, without robots.txt files.</summary>
    public IReadOnlyList<CaptureEntry> Unused =>
        [.. _tape.Unplayed().Where(
            capture => !ReplayHandler.IsRobots(capture.Url) && (capture.IsPage || !_options.TakesPages))];

    /// <summary>The number of captures skipped because the store had later visits.</summary>
    public int SkippedCount => _tape.CountSkipped();

    /// <summary>Lists an archive and makes a fetcher over it.</summary>
    /// <param name="archive">The archive; dispose it after the fetcher.</param>
    /// <param name="options">How to replay; null for the defaults.</param>
    /// <param name="cancellationToken">Stops listing.</param>
    /// <returns>The fetcher; its clock is before the first capture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    public static async Task<ReplayFetcher> OpenAsync(
        IPageArchive archive, ReplayOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        List<CaptureEntry> lists = [];
        IAsyncEnumerable<CaptureEntry> entries = archive.ReadEntriesAsync(cancellationToken).Where(entry =>
        {
            bool isList = FollowedList.IsOne(entry);
            if (isList)
            {
                lists.Add(entry);
            }

            return !isList;
        });
        CaptureTable captures = await CaptureTable.ReadAsync(entries, cancellationToken).ConfigureAwait(false);
        CaptureEntry[] inOrder = [.. lists.OrderBy(static list => list.CapturedAt)];
        return new ReplayFetcher(archive, new ReplayTape(captures), inOrder, options ?? new ReplayOptions());
    }

    /// <summary>Repeats the visits of a recorded run, each at the time of its capture.</summary>
    /// <remarks>
    /// It follows the feeds of <see cref="ReplayOptions.Feeds"/>. Without any, it follows what the recorded run
    /// followed, or else every feed in the archive. It also follows everything that the tracker's store follows. Visits
    /// that the store already has are not repeated.
    /// </remarks>
    /// <param name="tracker">A tracker over this fetcher and its <see cref="Clock"/>.</param>
    /// <param name="cancellationToken">Stops between two visits.</param>
    /// <returns>An outcome for each visit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tracker"/> is null.</exception>
    public IAsyncEnumerable<CheckOutcome> RepeatAsync(
        ArticleTracker tracker,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        return RunAsync(tracker, cancellationToken);
    }

    /// <summary>Sets the clock to the next capture that has not been played yet.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext()
    {
        if (_tape.NextAfter(_clock.GetUtcNow()) is not { } next)
        {
            return false;
        }

        MoveTo(next);
        return true;
    }

    /// <summary>Sets the clock to a capture.</summary>
    internal void MoveTo(CaptureEntry capture)
    {
        _clock.MoveTo(capture.CapturedAt);
        if (ReplayHandler.IsRobots(capture.Url))
        {
            _politeness.ForgetRobots();
        }
    }

    /// <summary>Whether the archived robots.txt in force allows an address.</summary>
    internal async Task<bool> IsAllowedAsync(Uri url, CancellationToken cancellationToken) =>
        !_options.RespectRobots
            || (await _articles.CheckRobotsAsync(url, cancellationToken).ConfigureAwait(false)).IsAllowed;

    /// <summary>Finds the feeds and sitemaps among the captures by their content.</summary>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Each address once, in the order of the first captures, without sitemaps that others name.</returns>
    public async IAsyncEnumerable<Uri> FindFeedsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HashSet<string> seen = [];
        HashSet<string> parts = [];
        foreach (CaptureEntry entry in _tape.Captures.Where(static entry => entry.StatusCode == 200 && !entry.IsPage))
        {
            if (seen.Contains(entry.Url.AbsoluteUri)
                || await _archive.FindAsync(entry, cancellationToken).ConfigureAwait(false) is not { } capture
                || CaptureContent.Decode(capture) is not { } content)
            {
                continue;
            }

            bool isSitemap = SitemapReader.IsSitemap(content);
            if (isSitemap)
            {
                // Following an index reads its parts too, so they are not separate feeds.
                IAsyncEnumerable<SitemapEntry> entries =
                    new SitemapReader(new MemoryStream(content), entry.Url).ReadAsync(cancellationToken);
                parts.UnionWith(await entries.Where(static part => part.IsSitemap)
                    .Select(static part => part.Url.AbsoluteUri)
                    .ToListAsync(cancellationToken).ConfigureAwait(false));
            }

            bool isFeed = isSitemap
                ? !parts.Contains(entry.Url.AbsoluteUri)
                : FeedReader.Read(content, entry.Url, entry.ContentType).Feed is not null;
            if (isFeed && seen.Add(entry.Url.AbsoluteUri))
            {
                yield return entry.Url;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var moment = ReplayMoment.Begin();
        FetchResult result = await _articles.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result with { CapturedAt = moment.CapturedAt };
    }

    /// <inheritdoc/>
    public async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var moment = ReplayMoment.Begin();
        FeedResult result = await _feeds.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result with { CapturedAt = moment.CapturedAt };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _articles.Dispose();
        _feeds.Dispose();
        _client.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }

    private async IAsyncEnumerable<CheckOutcome> RunAsync(
        ArticleTracker tracker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var followed = new ReplayedFollowing(_archive, _lists, this);
        if (!_options.TakesPages)
        {
            await followed.BeginAsync(tracker, _options.Feeds, cancellationToken).ConfigureAwait(false);
        }

        var run = new RepeatedRun(this, _tape, _clock, tracker) { TakesPages = _options.TakesPages };
        await foreach (CheckOutcome outcome in run.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }

        await followed.EndAsync(tracker, cancellationToken).ConfigureAwait(false);
    }
}
