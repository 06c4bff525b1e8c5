using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using NewsDiff.Addresses;
using NewsDiff.Fetching.Robots;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Fetching;

/// <summary>Knows the turns of the visited sites and their robots.txt.</summary>
/// <remarks>Fetchers that share an instance are polite together. Instances are safe for concurrent use.</remarks>
public sealed class SitePoliteness
{
    private const int FewSites = 1024;
    private const int MostDoublings = 16;
    private const double LargestSpread = 0.2;

    /// <summary>The longest gap; earlier requests do not matter.</summary>
    internal static readonly TimeSpan LongestGap = TimeSpan.FromHours(1);

    private readonly Dictionary<string, SiteLane> _lanes = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly Random _random;
    private int _manySites = FewSites;

    /// <summary>Knows no site yet.</summary>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="random">
    /// Spreads the ends of holds; null for an unpredictable source.
    /// </param>
    public SitePoliteness(TimeProvider? timeProvider = null, Random? random = null)
    {
        _timeProvider = timeProvider ?? TimeProvider.System;
        _random = random ?? new Random();
        Robots = new RobotsCache(_timeProvider);
    }

    /// <summary>The instance that all fetchers of a process share by default.</summary>
    public static SitePoliteness Shared { get; } = new();

    internal RobotsCache Robots { get; }

    /// <summary>Whether sites that ask for a pause are left alone. The default is true.</summary>
    /// <remarks>False is for clients that contact no site, such as a replay of recorded answers.</remarks>
    public bool HeedsHolds { get; init; } = true;

    /// <summary>Remembers, after a restart, what was known of a site before it.</summary>
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

        // Whoever is asking the site just now learns better what it wants.
        SiteLane lane = Join(SiteOf(url));
        if (lane.Gate.Wait(0))
        {
            lane.LastRequestEnd = isRecent ? Later(lane.LastRequestEnd, -since) : lane.LastRequestEnd;
            lane.HeldUntil = isHeld ? Later(lane.HeldUntil, held) : lane.HeldUntil;
            lane.Gate.Release();
        }

        Leave(lane);
    }

    /// <summary>Forgets every robots.txt, so that each is requested again.</summary>
    public void ForgetRobots() => Robots.Clear();

    /// <summary>Waits until nobody else asks this site and the gap since the last request has passed.</summary>
    /// <param name="url">An address on the site.</param>
    /// <param name="minimumGap">The least time since the end of the last request.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The turn; disposing it ends it and starts the gap. It comes at once while the site is held.</returns>
    internal async ValueTask<SiteTurn> TakeTurnAsync(Uri url, TimeSpan minimumGap, CancellationToken cancellationToken)
    {
        long start = _timeProvider.GetTimestamp();
        SiteLane lane = Join(SiteOf(url));
        try
        {
            await lane.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(lane);
            throw;
        }

        if (HeldFor(lane) is { } held)
        {
            return new SiteTurn(this, lane, held, _timeProvider.GetElapsedTime(start));
        }

        try
        {
            await WaitForGapAsync(lane, minimumGap, cancellationToken).ConfigureAwait(false);
            return new SiteTurn(this, lane, heldFor: null, _timeProvider.GetElapsedTime(start));
        }
        catch
        {
            EndTurn(lane, asked: false);
            throw;
        }
    }

    /// <summary>
    /// Remembers that a site asks to be left alone: for the stated time, or for longer each time.
    /// </summary>
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

    private TimeSpan? HeldFor(SiteLane lane) =>
        HeedsHolds
            && lane.HeldUntil is { } until
            && _timeProvider.GetElapsedTime(_timeProvider.GetTimestamp(), until) is { Ticks: > 0 } rest
            ? rest
            : null;

    /// <summary>Ends a turn.</summary>
    /// <param name="lane">The site.</param>
    /// <param name="asked">Whether a request was made, so that the gap starts now.</param>
    internal void EndTurn(SiteLane lane, bool asked)
    {
        if (asked)
        {
            lane.LastRequestEnd = _timeProvider.GetTimestamp();
        }

        lane.Gate.Release();
        Leave(lane);
    }

    private async Task WaitForGapAsync(SiteLane lane, TimeSpan minimumGap, CancellationToken cancellationToken)
    {
        if (lane.LastRequestEnd is not { } last)
        {
            return;
        }

        // A timer may fire a little early by the clock, so what remains is waited for again.
        while (minimumGap - _timeProvider.GetElapsedTime(last) is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The name under which requests are counted: the host, with any port that is not the default.
    /// </summary>
    private static string SiteOf(Uri url) =>
        url.IsDefaultPort
            ? HostName.Of(url) ?? ""
            : string.Create(CultureInfo.InvariantCulture, $"{HostName.Of(url)}:{url.Port}");

    private SiteLane Join(string site)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(site, out SiteLane? lane))
            {
                lane = new SiteLane();
                _lanes.Add(site, lane);
            }

            lane.Users++;
            return lane;
        }
    }

    private void Leave(SiteLane lane)
    {
        lock (_lanes)
        {
            lane.Users--;
            if (_lanes.Count > _manySites)
            {
                ForgetIdleSites();

                // Looking through all of them again is put off until as many have come, or it would cost every request
                // as much.
                _manySites = Math.Max(FewSites, 2 * _lanes.Count);
            }
        }
    }

    private void ForgetIdleSites()
    {
        var idle = TimeSpan.FromHours(1);
        foreach ((string site, SiteLane lane) in _lanes)
        {
            bool isIdle = lane.LastRequestEnd is not { } last || _timeProvider.GetElapsedTime(last) > idle;
            if (isIdle && lane.Users == 0 && HeldFor(lane) is null)
            {
                _lanes.Remove(site);
                lane.Dispose();
            }
        }
    }
}
