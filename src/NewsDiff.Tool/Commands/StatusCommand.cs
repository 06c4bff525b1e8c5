using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Rendering;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff status</c>: shows what the database holds, and how far handlers have come.</summary>
internal sealed class StatusCommand : ToolCommand
{
    private static readonly ImmutableArray<(string Name, string Label)> Figures =
    [
        ("articles", "Articles"), ("versions", "Versions"), ("hidden", "Hidden"), ("feeds", "Feeds"),
        ("due", "Due now"), ("events", "Events"),
    ];

    private readonly Option<TimeSpan?> _maxLag = new("--max-lag")
    {
        Description = "Exit with 3 if the most overdue visit has waited longer than this, such as 30m; for health checks.",
        HelpName = "TIME",
        CustomParser = Duration.Parse,
    };

    internal StatusCommand(ToolHost host, CommonOptions common)
        : base("status", "Show how much the database holds, what is due, and how far handlers have come.", host, common)
    {
        Add(_maxLag);
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff status",
        "newsdiff status --json",
        "newsdiff status --read-only --max-lag 2h",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            ImmutableSortedDictionary<string, long> counts = await store.Care
                .CountAsync(Host.Clock.GetUtcNow(), stop).ConfigureAwait(false);
            DueBacklog? backlog = store.Visits is IDueStore visits
                ? await visits.CountDueAsync(Host.Clock.GetUtcNow(), stop).ConfigureAwait(false)
                : null;
            List<EventDelivery> handlers = await store.Deliveries.ReadDeliveriesAsync(stop).ToListAsync(stop)
                .ConfigureAwait(false);
            ILookup<string, DeadLetter> letters = (await store.DeadLetters.ReadDeadLettersAsync(stop)
                .ToListAsync(stop).ConfigureAwait(false)).ToLookup(letter => letter.Handler);
            List<FeedLine> failing = await FailingFeeds(store).ToListAsync(stop).ConfigureAwait(false);
            if (parse.GetValue(Common.Json))
            {
                await screen.WriteLineAsync(ToJson(counts, backlog, failing, handlers, letters)).ConfigureAwait(false);
            }
            else
            {
                await WriteAsync(counts, screen).ConfigureAwait(false);
                IEnumerable<Line> lines =
                [
                    .. backlog is null ? [] : ToLines(backlog, Host.Clock.GetUtcNow(), SettingsOf(parse).Host.Fetch),
                    .. failing.Select(static feed =>
                        new Line().Add($"{"Failing",-10}", Ink.Faint).Add(feed.Trouble, Ink.Red)),
                    .. handlers.Select(handler => ToLine(handler, letters[handler.Handler].Count())),
                ];
                foreach (Line line in lines)
                {
                    await screen.WriteLineAsync(line).ConfigureAwait(false);
                }
            }

            return backlog?.Lag > parse.GetValue(_maxLag) ? ExitCodes.SomeFailed : ExitCodes.Success;
        }
    }

    private static async Task WriteAsync(ImmutableSortedDictionary<string, long> counts, Screen screen)
    {
        foreach ((string name, string label) in Figures)
        {
            await screen.WriteLineAsync(new Line().Add($"{label,-10}", Ink.Faint).Add(Number(counts[name])))
                .ConfigureAwait(false);
        }

        await screen.WriteLineAsync(new Line().Add($"{"Size",-10}", Ink.Faint).Add(ByteSize.Of(counts["bytes"])))
            .ConfigureAwait(false);
        if (counts["unsearchable"] > 0)
        {
            await screen.WriteLineAsync(new Line()
                .Add($"{"Search",-10}", Ink.Faint)
                .Add($"{Number(counts["unsearchable"])} damaged, not in the index", Ink.Red)).ConfigureAwait(false);
        }
    }

    /// <summary>The lag, the number of sites on hold, and the requests of today.</summary>
    private static IEnumerable<Line> ToLines(
        DueBacklog backlog, DateTimeOffset now, HttpFetchOptions options)
    {
        string lag = backlog.Lag == TimeSpan.Zero
            ? "none"
            : $"{RelativeTime.Between(now - backlog.Lag, now)}; 'newsdiff check' or 'watch' visits what is due";
        yield return new Line().Add($"{"Lag",-10}", Ink.Faint).Add(lag);
        if (backlog.HeldSites > 0)
        {
            yield return new Line().Add($"{"On hold",-10}", Ink.Faint).Add(
                Number(backlog.HeldSites) + " sites asked to be left alone for now");
        }

        yield return ToLine(backlog, options);
    }

    /// <summary>How many requests were made today, and how many may be made.</summary>
    private static Line ToLine(DueBacklog backlog, HttpFetchOptions options)
    {
        string all = options.MaxDailyRequests is { } most ? $" of {Number(most)}" : "";
        string each = options.MaxDailyRequestsPerSite is { } one ? $", at most {Number(one)} to a site" : "";
        string spent = backlog.SpentSites switch
        {
            0 => "",
            1 => "; 1 site waits until 00:00 UTC",
            var sites => $"; {Number(sites)} sites wait until 00:00 UTC",
        };
        return new Line().Add($"{"Requests",-10}", Ink.Faint)
            .Add($"{Number(backlog.RequestsToday)}{all} today{each}{spent}");
    }

    private static IAsyncEnumerable<FeedLine> FailingFeeds(NewsStore store) =>
        store.Feeds.ReadSubscriptionsAsync()
            .Select(async (Subscription feed, CancellationToken token) => new FeedLine(
                feed,
                await store.Visits.FindVisitAsync(VisitKind.Feed, feed.Url.AbsoluteUri, token).ConfigureAwait(false)))
            .Where(static feed => feed.Visit is { Failures: > 0 });

    private static Line ToLine(EventDelivery handler, int letters)
    {
        string trouble = handler.Failures == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; the next event failed {handler.Failures} times: {handler.LastReason}");
        return new Line()
            .Add($"{"Handler",-10}", Ink.Faint)
            .Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{handler.Handler}: delivered up to event {handler.Cursor}, {letters} put aside"))
            .Add(trouble, Ink.Red);
    }

    private static string ToJson(
        ImmutableSortedDictionary<string, long> counts, DueBacklog? backlog, List<FeedLine> failing,
        List<EventDelivery> handlers, ILookup<string, DeadLetter> letters) => JsonLine.Of(json =>
    {
        foreach ((string name, long count) in counts)
        {
            json.WriteNumber(name, count);
        }

        Write(json, backlog);

        json.WriteStartArray("failingFeeds");
        foreach (FeedLine feed in failing)
        {
            json.WriteStartObject();
            feed.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        json.WriteStartArray("handlers");
        foreach (EventDelivery handler in handlers)
        {
            json.WriteStartObject();
            json.WriteString("handler", handler.Handler);
            json.WriteString("cursor", handler.Cursor.ToString());
            json.WriteNumber("failures", handler.Failures);
            json.WriteString("lastReason", handler.LastReason);
            JsonLine.WriteTime(json, "retryAt", handler.RetryAt);
            json.WriteNumber("deadLetters", letters[handler.Handler].Count());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, DueBacklog? backlog)
    {
        if (backlog is not null)
        {
            json.WriteNumber("lagSeconds", backlog.Lag.TotalSeconds);
            json.WriteNumber("heldSites", backlog.HeldSites);
            json.WriteNumber("spentSites", backlog.SpentSites);
            json.WriteNumber("requestsToday", backlog.RequestsToday);
        }
    }

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
