using System.Globalization;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>Many workers read very many feeds in one database; some die, and some sites are slow.</summary>
/// <remarks>
/// Claims, leases, the order of visits and their plans are those of the library. Only requests and the clock are
/// simulated, and one event happens after the other.
/// </remarks>
internal sealed class CrowdRun
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Restart = TimeSpan.FromMinutes(1);

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _events = new();
    private readonly SimulatedClock _clock = new(Begin);
    private readonly Random _random = new(1);
    private long _order;

    public required int Feeds { get; init; }

    public required int FeedsPerSite { get; init; }

    public required int Workers { get; init; }

    public required int Slots { get; init; }

    public required TimeSpan Length { get; init; }

    public required int Crashes { get; init; }

    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: stop);
        var sites = new CrowdSites(_random, (Feeds + FeedsPerSite - 1) / FeedsPerSite);
        var score = new CrowdScore(Begin.AddHours(1));
        for (int feed = 0; feed < Feeds; feed++)
        {
            await store.SaveVisitAsync(sites.Plan(feed, feed / FeedsPerSite, Begin), stop);
        }

        var workers = new CrowdWorker[Workers];
        for (int i = 0; i < Workers; i++)
        {
            Start(i, Begin + TimeSpan.FromSeconds(i));
        }

        for (int crash = 0; crash < Crashes; crash++)
        {
            int victim = _random.Next(Workers);
            DateTimeOffset at = Begin + (Length * ((crash + 1.0) / (Crashes + 1)));
            Schedule(at, () =>
            {
                workers[victim].Die();
                Start(victim, at + Restart);
                return Task.CompletedTask;
            });
        }

        while (_events.TryDequeue(out Func<Task>? happen, out (DateTimeOffset At, long Order) when)
            && when.At < Begin + Length)
        {
            stop.ThrowIfCancellationRequested();
            _clock.Now = when.At;
            await happen();
        }

        List<Visit> left = await store.ReadVisitsAsync(stop).ToListAsync(stop);
        Console.WriteLine(score.Report(left, Begin + Length));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"managed memory {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB"));
        return score.IsWithinPromise ? 0 : 1;

        void Start(int i, DateTimeOffset at) => Schedule(at, () =>
        {
            workers[i] = new CrowdWorker(store, sites, score, _clock, Slots, Schedule);
            return workers[i].WorkAsync();
        });
    }

    private void Schedule(DateTimeOffset at, Func<Task> happen) => _events.Enqueue(happen, (at, _order++));
}
