using NewsDiff.Archives;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Web;

/// <summary>Repeats a recorded run, and reports on it afterwards.</summary>
internal sealed class ReplayRun
{
    private const int UnusedShown = 5;

    private readonly ReplayFetcher _replay;
    private readonly ArticleTracker _tracker;

    internal ReplayRun(ReplayFetcher replay, NewsStore store)
    {
        _replay = replay;
        var options = new TrackerOptions
        {
            Catalog = store.Articles,
            Visits = store.Visits,
            Subscriptions = store.Feeds,
        };
        _tracker = new ArticleTracker(replay, replay, store.Versions, options, replay.Clock);
    }

    internal IAsyncEnumerable<CheckOutcome> CheckAsync(CancellationToken stop) => _replay.RepeatAsync(_tracker, stop);

    /// <summary>Reports unused captures: all of them as JSON, otherwise their number and some examples.</summary>
    internal async Task TellUnusedAsync(Screen screen, bool isJson)
    {
        if (_replay.SkippedCount is > 0 and var skipped)
        {
            screen.Say($"{Count(skipped)} left out: the database has later visits to the same addresses.");
        }

        IReadOnlyList<CaptureEntry> unused = _replay.Unused;
        if (isJson)
        {
            foreach (CaptureEntry capture in unused)
            {
                await screen.WriteLineAsync(JsonLine.Of(json =>
                {
                    json.WriteString("event", "unused");
                    json.WriteString("url", capture.Url.AbsoluteUri);
                    json.WriteString("capturedAt", capture.CapturedAt);
                    json.WriteNumber("status", capture.StatusCode);
                })).ConfigureAwait(false);
            }
        }

        if (unused.Count > 0)
        {
            IEnumerable<string> shown =
                unused.Select(static capture => capture.Url.AbsoluteUri).Distinct().Take(UnusedShown);
            screen.Say($"{Count(unused.Count)} unused: no visit needed them:\n  {string.Join("\n  ", shown)}"
                + (unused.DistinctBy(static capture => capture.Url.AbsoluteUri).Count() > UnusedShown
                    ? "\n  … (--json lists all)"
                    : ""));
        }
    }

    private static string Count(int captures) => captures == 1 ? "1 capture was" : $"{captures} captures were";
}
