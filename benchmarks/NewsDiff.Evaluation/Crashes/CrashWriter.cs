using System.CommandLine;
using System.Data.Common;
using NewsDiff.Events;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>Appends, commits visits and delivers events, and notes what the store acknowledged.</summary>
internal sealed class CrashWriter(ITrackerStore store, CrashNotes notes, int seed) : IAsyncDisposable
{
    internal const string Name = "crash-writer";

    private const int Articles = 40;
    private const int EventsAtOnce = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(seed);

    internal static IReadOnlyList<string> Handlers { get; } = ["mail", "feed"];

    internal static Command Create()
    {
        var database = new Option<string>("--database") { Required = true };
        var folder = new Option<string>("--notes") { Required = true };
        var seed = new Option<int>("--seed");
        var command = new Command(Name, "Writes for the command crash.") { database, folder, seed };
        command.Hidden = true;
        command.SetAction(async (arguments, stop) =>
        {
            ITrackerStore store = await OpenAsync(arguments.GetRequiredValue(database), stop);
            var notes = new CrashNotes(arguments.GetRequiredValue(folder));
            await using var writer = new CrashWriter(store, notes, arguments.GetValue(seed));
            await writer.RunAsync(stop);
        });
        return command;
    }

    /// <summary>Opens a SQLite file, or a PostgreSQL database by its connection string.</summary>
    internal static async Task<ITrackerStore> OpenAsync(string database, CancellationToken stop) =>
        database.Contains('=', StringComparison.Ordinal)
            ? await PostgreSqlVersionStore.OpenAsync(database, stop)
            : await SqliteVersionStore.OpenAsync(database, cancellationToken: stop);

    public ValueTask DisposeAsync() => notes.DisposeAsync();

    /// <summary>Delivers what no process delivered before its end.</summary>
    internal async Task DeliverAllAsync(CancellationToken stop)
    {
        await Task.Delay(Lease, stop);
        foreach (string handler in Handlers)
        {
            while (await DeliverAsync(handler, stop) > 0)
            {
                // Until nothing is left.
            }
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await (_random.Next(4) switch
                {
                    0 => AppendAsync(stop),
                    1 => DeliverAsync(Handlers[_random.Next(Handlers.Count)], stop),
                    _ => VisitAsync(stop),
                });
            }
            catch (Exception fault) when (fault is DbException or VersionStoreException or TimeoutException)
            {
                // The server is gone for longer than the store waits: what was written then is not acknowledged.
                notes.Failed(fault);
                await Task.Delay(100, stop);
            }
        }
    }

    private async Task AppendAsync(CancellationToken stop)
    {
        AppendResult result = await store.AppendAsync(Draft($"story{_random.Next(Articles)}"), stop);
        if (result.IsAppended)
        {
            notes.Appended(result.Head!);
        }
    }

    private async Task VisitAsync(CancellationToken stop)
    {
        string target = $"page{_random.Next(Articles)}";
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = target,
            Now = now,
            Lease = Lease,
            Limit = 1,
        };
        Visit? visit = (await store.ClaimDueAsync(claim, stop)).FirstOrDefault();
        if (visit is null)
        {
            var first = new Visit
            {
                Kind = VisitKind.Article,
                Target = target,
                Url = new Uri($"https://{target}.example/"),
                DueAt = now,
            };
            await store.SaveVisitAsync(first, stop);
            return;
        }

        var commit = new VisitCommit
        {
            Visit = visit with { DueAt = now.AddMinutes(1) },
            At = now,
            Draft = _random.Next(4) > 0 ? Draft(target) : null,
        };
        CommitResult result = await store.CommitAsync(commit, stop);
        if (result.Status == CommitStatus.Committed)
        {
            notes.Visited(target, visit.Claim);
            if (commit.Draft is not null)
            {
                notes.Appended(result.Head!);
            }
        }
    }

    private async Task<int> DeliverAsync(string handler, CancellationToken stop)
    {
        var deliveries = (IEventDeliveryStore)store;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (await deliveries.ClaimDeliveryAsync(handler, now, Lease, stop) is not { } claimed)
        {
            return 0;
        }

        List<ArticleEvent> events = await store.ReadEventsAsync(
            new EventQuery { After = claimed.Cursor, Limit = EventsAtOnce }, stop).ToListAsync(stop);
        foreach (ArticleEvent happened in events)
        {
            notes.Handled(handler, happened.Id);
        }

        EventCursor cursor = events is [.., var last] ? last.Cursor : claimed.Cursor;
        await deliveries.SaveDeliveryAsync(
            claimed with { Cursor = cursor, LeasedUntil = null }, cancellationToken: stop);
        return events.Count;
    }

    /// <summary>A text that nobody wrote before, some of it as before.</summary>
    private VersionDraft Draft(string articleId) => new()
    {
        ArticleId = articleId,
        SeenAt = DateTimeOffset.UtcNow,
        Article = new Article
        {
            Url = new Uri($"https://{articleId}.example/"),
            Title = $"The story of {articleId}",
            Paragraphs =
            [
                .. Enumerable.Range(0, 8).Select(i => new Paragraph(
                    $"Paragraph {i} of {articleId} has {_random.Next(3)} of many words, which stay as they are.")),
                $"{Guid.NewGuid():n}",
            ],
        },
    };
}
