using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Addresses;
using NewsDiff.Fetching.Robots;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Fetching;

/// <summary>Knows the turns of the visited sites and their robots.txt.</summary>
/// <remarks>
/// Fetchers that share an instance are polite together, and so are processes that share a store (<see cref="Over"/>).
/// Instances are safe for concurrent use.
/// </remarks>
public sealed class SitePoliteness
{
    private const int MostDoublings = 16;
    private const double LargestSpread = 0.2;

    /// <summary>The maximum gap; earlier requests do not matter.</summary>
    internal static readonly TimeSpan LongestGap = TimeSpan.FromHours(1);

    private readonly SiteLanes _lanes;
    private readonly RequestCounts _counts;
    private readonly TimeProvider _timeProvider;
    private readonly Random _random;
    private readonly ILogger _logger = NullLogger.Instance;
    private readonly string _holder = Guid.NewGuid().ToString("N");

    /// <summary>Makes an instance that knows no site yet.</summary>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="random">
    /// Spreads the ends of holds; null for an unpredictable source.
    /// </param>
    public SitePoliteness(TimeProvider? timeProvider = null, Random? random = null)
    {
        _timeProvider = timeProvider ?? TimeProvider.System;
        _random = random ?? new Random();
        _lanes = new SiteLanes(_timeProvider);
        _counts = new RequestCounts(_timeProvider);
        Robots = new RobotsCache(_timeProvider);
    }

    private SitePoliteness(SitePoliteness known, ISiteStore store, ILogger? logger)
    {
        (_timeProvider, _random, _lanes, Robots) = (known._timeProvider, known._random, known._lanes, known.Robots);
        (Store, HeedsHolds, Timers, _counts) = (store, known.HeedsHolds, known.Timers, known._counts);
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>The instance that all fetchers of a process share by default.</summary>
    public static SitePoliteness Shared { get; } = new();

    internal RobotsCache Robots { get; }

    /// <summary>Times the leases; separate from the clock, so that changes of the clock end no turn.</summary>
    internal TimeProvider Timers { get; init; } = TimeProvider.System;

    /// <summary>What is shared with other processes; null for nothing.</summary>
    internal ISiteStore? Store { get; }

    /// <summary>Whether holds are obeyed. The default is true.</summary>
    /// <remarks>False is for clients that contact no site, such as a replay of recorded answers.</remarks>
    public bool HeedsHolds { get; init; } = true;

    /// <summary>Shares turns, holds and robots.txt with all processes that use a store.</summary>
    /// <remarks>
    /// What this instance knows is shared with the returned one, so that trackers with stores of their own are polite
    /// together in one process. Each request then takes its turn in the store: while that cannot be reached, no site is
    /// asked.
    /// </remarks>
    /// <param name="store">The store.</param>
    /// <param name="logger">The log of the store's faults; null for none.</param>
    /// <returns>The politeness for the fetchers of the process.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public SitePoliteness Over(ISiteStore store, ILogger<SitePoliteness>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new SitePoliteness(this, store, logger);
    }

    /// <summary>Remembers what was known about a site before a restart.</summary>
    /// <param name="url">An address on the site.</param>
    /// <param name="lastRequestAt">
    /// The time of its last request; ignored if it is over an hour ago or in the future.
    /// </param>
    /// <param name="heldUntil">The end of its hold, obeyed for at most 7 days; null for no hold.</param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public void Remember(Uri url, DateTimeOffset lastRequestAt, DateTimeOffset? heldUntil = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        DateTimeOffset now = _timeProvider.GetUtcNow();
        TimeSpan since = now - lastRequestAt;
        TimeSpan held = (heldUntil ?? now) - now;
        bool isRecent = since >= TimeSpan.Zero && since < LongestGap;
        bool isHeld = held > TimeSpan.Zero && held <= HttpFetchOptions.Default.MaxRetryAfter;
        if (!url.IsAbsoluteUri || (!isRecent && !isHeld))
        {
            return;
        }

        // If a request to the site is in progress, its answer is newer than what is remembered here.
        SiteLane lane = _lanes.Join(SiteOf(url));
        if (lane.Gate.Wait(0))
        {
            lane.LastRequestEnd = isRecent ? Later(lane.LastRequestEnd, -since) : lane.LastRequestEnd;
            lane.HeldUntil = isHeld ? Later(lane.HeldUntil, held) : lane.HeldUntil;
            lane.Gate.Release();
        }

        _lanes.Leave(lane);
    }

    /// <summary>Forgets every robots.txt, so that each is requested again.</summary>
    public void ForgetRobots() => Robots.Clear();

    /// <summary>Waits until no other request to this site runs and the gap since the last one has passed.</summary>
    /// <param name="url">An address on the site.</param>
    /// <param name="minimumGap">The minimum time since the end of the last request.</param>
    /// <param name="budget">How many requests are made in a day.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>
    /// The turn; disposing it ends it and starts the gap. It comes at once while the site is on hold or over its
    /// budget.
    /// </returns>
    internal async ValueTask<LaneTurn> TakeTurnAsync(
        Uri url, TimeSpan minimumGap, SiteBudget budget, CancellationToken cancellationToken)
    {
        long start = _timeProvider.GetTimestamp();
        string site = SiteOf(url);
        SiteLane lane = _lanes.Join(site);
        try
        {
            await lane.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _lanes.Leave(lane);
            throw;
        }

        SiteLease? lease = null;
        try
        {
            TimeSpan? spent = Store is null ? _counts.SpentFor(site, budget) : null;
            if (HeldFor(lane) is null && Store is not null)
            {
                (lease, spent) = await LeaseAsync(lane, site, budget, cancellationToken).ConfigureAwait(false);
            }

            TimeSpan? held = HeldFor(lane);
            if (held is null && spent is null)
            {
                await WaitForGapAsync(lane, minimumGap, lease?.Over, cancellationToken).ConfigureAwait(false);
            }

            return new LaneTurn(this, lane, lease, held, spent, _timeProvider.GetElapsedTime(start));
        }
        catch
        {
            await EndTurnAsync(lane, lease, asked: false).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes the turn in the store, and learns what other processes know of the site.</summary>
    private async ValueTask<(SiteLease? Lease, TimeSpan? SpentFor)> LeaseAsync(
        SiteLane lane, string site, SiteBudget budget, CancellationToken cancellationToken)
    {
        (SiteTurn known, SiteLease? lease) = await SiteLease.TakeAsync(
            Store!, site, _holder, budget, Timers, _logger, cancellationToken).ConfigureAwait(false);
        lane.Holds = known.Holds;
        lane.LastRequestEnd = known.SinceLast is { } since
            ? Later(lane.LastRequestEnd, since > TimeSpan.Zero ? -since : TimeSpan.Zero)
            : lane.LastRequestEnd;
        lane.HeldUntil = known.HeldFor is { } held ? Later(lane.HeldUntil, held) : lane.HeldUntil;
        return (lease, known.SpentFor);
    }

    /// <summary>Puts a site on hold: for the stated time, or for longer each time.</summary>
    internal void Hold(SiteLane lane, TimeSpan? time, HttpFetchOptions options)
    {
        TimeSpan hold = time ?? NextHold(lane.Holds, options);
        lane.Holds++;
        lane.HeldUntil = Later(lane.HeldUntil, hold);
    }

    [SuppressMessage(
        "Security", "CA5394", Justification = "It spreads requests in time; nothing secret depends on it.")]
    private TimeSpan NextHold(int before, HttpFetchOptions options)
    {
        double spread;
        lock (_random)
        {
            spread = LargestSpread * _random.NextDouble();
        }

        double seconds = options.FirstHold.TotalSeconds * Math.Pow(2, Math.Min(before, MostDoublings));
        return TimeSpan.FromSeconds(Math.Min(seconds, options.MaxHold.TotalSeconds) * (1 + spread));
    }

    /// <summary>The later of two times: a timestamp, and now plus a time span.</summary>
    private long Later(long? known, TimeSpan fromNow) => Math.Max(
        known ?? long.MinValue,
        _timeProvider.GetTimestamp() + (long)(fromNow.TotalSeconds * _timeProvider.TimestampFrequency));

    private TimeSpan? HeldFor(SiteLane lane) => HeedsHolds ? lane.HeldFor(_timeProvider) : null;

    /// <summary>Ends a turn.</summary>
    /// <param name="lane">The site.</param>
    /// <param name="lease">The turn in the store, or null.</param>
    /// <param name="asked">Whether a request was made, so that the gap starts now.</param>
    internal async ValueTask EndTurnAsync(SiteLane lane, SiteLease? lease, bool asked)
    {
        if (asked)
        {
            lane.LastRequestEnd = _timeProvider.GetTimestamp();
            _counts.Add(lane.Site);
        }

        if (lease is not null)
        {
            await lease.EndAsync(asked, HeldFor(lane), lane.Holds).ConfigureAwait(false);
            lease.Dispose();
        }

        lane.Gate.Release();
        _lanes.Leave(lane);
    }

    private async Task WaitForGapAsync(
        SiteLane lane, TimeSpan minimumGap, CancellationToken? over, CancellationToken cancellationToken)
    {
        if (lane.LastRequestEnd is not { } last)
        {
            return;
        }

        using var either = over is { } end
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end)
            : null;

        // A timer may fire a little early by the clock, so what remains is waited for again.
        while (minimumGap - _timeProvider.GetElapsedTime(last) is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining, _timeProvider, either?.Token ?? cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The name under which requests are counted: the host, with any port that is not the default.
    /// </summary>
    private static string SiteOf(Uri url) =>
        url.IsDefaultPort
            ? HostName.Of(url) ?? ""
            : string.Create(CultureInfo.InvariantCulture, $"{HostName.Of(url)}:{url.Port}");
}
