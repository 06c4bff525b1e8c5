using System.Globalization;
using NewsDiff.Fetching;
using NewsDiff.Rendering;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Demo;

/// <summary>Follows the demo's news site through its day.</summary>
internal sealed class DemoRun
{
    private readonly NewsSite _site;
    private readonly DemoClock _clock;
    private readonly NewsStore _store;
    private readonly Screen _screen;

    internal DemoRun(NewsSite site, DemoClock clock, NewsStore store, Screen screen)
    {
        _site = site;
        _clock = clock;
        _store = store;
        _screen = screen;
    }

    /// <summary>Whether to write JSON lines, not text. The default is false.</summary>
    internal bool IsJson { get; init; }

    internal async Task FollowAsync(CancellationToken stop)
    {
        var subscription = new Subscription
        {
            Url = _site.FeedUrl,
            AddedAt = _clock.GetUtcNow(),
            Title = NewsSite.Name,
            Source = "demo",
        };
        await _store.Feeds.AddSubscriptionAsync(subscription, stop).ConfigureAwait(false);

        // The site is the demo's own and on this machine: no pauses are needed.
        var options = new HttpFetchOptions { AllowedPrivateHosts = [_site.Url.Authority], MinGap = TimeSpan.Zero };
        using var web = new Fetchers(new WebSettings(options), _clock);
        ArticleTracker tracker = web.CreateTracker(_store);
        foreach (DemoRound round in DemoRound.All)
        {
            _clock.Jump(round.Later);
            _site.Round = round.Number;
            if (!IsJson)
            {
                await _screen.WriteLineAsync("").ConfigureAwait(false);
                await _screen.WriteLineAsync(Heading(round)).ConfigureAwait(false);
            }

            var report = new CheckReport(_screen, _store) { IsJson = IsJson, ShowsDiffs = true, OnlyNews = true };
            await report.WriteAllAsync(tracker.CheckAllAsync(stop)).ConfigureAwait(false);
            if (!IsJson)
            {
                await _screen.WriteLineAsync(report.Tally.ToString()).ConfigureAwait(false);
            }
        }
    }

    private Line Heading(DemoRound round)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        string later = round.Number == 1 ? "first visit" : RelativeTime.Later(now - round.Later, now);
        return new Line().Add(string.Create(CultureInfo.InvariantCulture, $"{now:dddd HH:mm} UTC, {later}"), Ink.Bold);
    }
}
