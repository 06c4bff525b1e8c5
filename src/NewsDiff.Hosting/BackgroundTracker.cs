using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Events;
using NewsDiff.Hosting.Handlers;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>Runs passes again and again, and delivers events to the handlers.</summary>
/// <remarks>It runs until the host stops it.</remarks>
internal sealed class BackgroundTracker : BackgroundService
{
    /// <summary>How long visits in progress may take to end when the host stops.</summary>
    /// <remarks>A host gives all its services 30 seconds by default.</remarks>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _finish = new();
    private readonly ArticleTracker _tracker;
    private readonly TrackerPulse _pulse;
    private readonly NewsDiffHostOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly EventDeliverer _deliverer;
    private readonly PassReport _report;
    private readonly ITrackerPass? _pass;
    private readonly BacklogReport _backlog;
    private readonly bool _isManual;

    private bool _isFollowing;
    private bool _isPassing;

    public BackgroundTracker(TrackerServices services)
    {
        _tracker = services.Get<ArticleTracker>();
        _pulse = services.Get<TrackerPulse>();
        _pass = services.Find<ITrackerPass>();
        _isManual = services.Find<ManualPasses>() is not null;
        _options = services.Options;
        _clock = services.Shared.GetRequiredService<TimeProvider>();
        _logger = services.Shared.GetService<ILogger<BackgroundTracker>>() ?? NullLogger<BackgroundTracker>.Instance;
        _report = new PassReport(_clock, _logger);
        _backlog = new BacklogReport(_tracker, services.Name, _options.Interval, _clock, _logger);
        _deliverer = CreateDeliverer(services, _tracker, _options.HandlerTimeout, _clock, _logger);
    }

    /// <summary>Whether the host makes passes by itself, so that nobody else may.</summary>
    public bool RunsByItself => !_isManual && ExecuteTask is not null;

    public ArticleTracker Tracker => _tracker;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Makes one pass, and delivers what happened until each handler has handled it or given up.</summary>
    /// <remarks>Faults that a running host logs, because the next pass may succeed, are thrown.</remarks>
    public async Task RunPassAsync(PassTally tally, CancellationToken cancellationToken)
    {
        if (_finish.IsCancellationRequested)
        {
            throw new InvalidOperationException("The host has stopped; it makes no more passes.");
        }

        if (Interlocked.Exchange(ref _isPassing, true))
        {
            throw new InvalidOperationException("A pass of this tracker is under way; await it before the next one.");
        }

        try
        {
            tally.WaitsFor = "the store, to follow the configured feeds";
            await FollowFeedsAsync(cancellationToken).ConfigureAwait(false);
            if (!_isFollowing)
            {
                throw new InvalidOperationException("A configured feed could not be followed; the log says why.");
            }

            await MakePassAsync(tally, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isPassing, false);
        }
    }

    /// <summary>Lets visits in progress end, so that no other process makes them again.</summary>
    /// <param name="cancellationToken">Gives them up.</param>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _finish.CancelAsync().ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(Grace);
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(end.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _finish.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        CancellationToken finish = _finish.Token;
        if (_tracker.Store is InMemoryVersionStore)
        {
            _logger.KeptInMemory();
        }

        if (_tracker.Events is not IEventDeliveryStore || _tracker.Store is not IEventLog)
        {
            _logger.EventsKeptInMemory();
        }

        if (_isManual)
        {
            return;
        }

        Task delivering = Task.WhenAll(_deliverer.RunAsync(finish), _backlog.RunAsync(finish));
        using var timer = new PeriodicTimer(_options.Interval, _clock);
        try
        {
            do
            {
                await TryPassAsync(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(finish).ConfigureAwait(false));
        }
        finally
        {
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryPassAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowFeedsAsync(stoppingToken).ConfigureAwait(false);
            await _deliverer.TryBeginAsync(stoppingToken).ConfigureAwait(false);
            await PassAsync(tally: null, stoppingToken).ConfigureAwait(false);
            _pulse.Beat();
        }
        catch (OperationCanceledException) when (_finish.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever the cause, such as a store that is down, the next pass may succeed.
            _pulse.Miss(exception);
            _logger.PassFailed(exception);
        }
    }

    /// <summary>Follows the configured feeds once; feeds that the store already knows stay unchanged.</summary>
    private async Task FollowFeedsAsync(CancellationToken stoppingToken)
    {
        if (_isFollowing)
        {
            return;
        }

        HashSet<Uri> known = await _tracker.Subscriptions.ReadSubscriptionsAsync(stoppingToken)
            .Select(subscription => subscription.Url)
            .ToHashSetAsync(cancellationToken: stoppingToken)
            .ConfigureAwait(false);
        bool isFollowing = true;
        foreach (Uri url in _options.Feeds.Where(known.Add))
        {
            isFollowing &= await TryFollowAsync(url, stoppingToken).ConfigureAwait(false);
        }

        _isFollowing = isFollowing;
    }

    /// <summary>Follows one feed.</summary>
    /// <remarks>An exception does not affect the other feeds; the next pass tries again.</remarks>
    private async Task<bool> TryFollowAsync(Uri url, CancellationToken stoppingToken)
    {
        try
        {
            var subscription = new Subscription { Url = url, AddedAt = _clock.GetUtcNow() };
            await _tracker.Subscriptions.AddSubscriptionAsync(subscription, stoppingToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            _logger.FeedNotFollowed(url, exception);
            return false;
        }
    }

    private async Task PassAsync(PassTally? tally, CancellationToken stoppingToken)
    {
        _report.Begin();
        IAsyncEnumerable<CheckOutcome> outcomes = _pass is null
            ? _tracker.CheckDueAsync(_finish.Token, stoppingToken)
            : _pass.RunAsync(_finish.Token);
        await foreach (CheckOutcome outcome in outcomes.ConfigureAwait(false))
        {
            _pulse.Note(outcome);
            _report.Note(outcome);
            tally?.Outcomes.Add(outcome);
            _logger.Checked(outcome.Url, outcome.Kind, outcome.Reason);
            if (outcome.Kind is not (CheckKind.Unchanged or CheckKind.Failed or CheckKind.FeedRead
                or CheckKind.Postponed))
            {
                _deliverer.Wake();
            }
        }

        _report.End();
    }

    private async Task MakePassAsync(PassTally tally, CancellationToken cancellationToken)
    {
        tally.WaitsFor = "the handlers to be made";
        await _deliverer.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!tally.IsDueOnly)
        {
            tally.WaitsFor = "the store, to make all visits due";
            await MakeAllDueAsync(cancellationToken).ConfigureAwait(false);
        }

        tally.WaitsFor = PassTally.Visits;
        await PassAsync(tally, cancellationToken).ConfigureAwait(false);
        await _deliverer.DeliverAllAsync(tally, cancellationToken).ConfigureAwait(false);
        _pulse.Beat();
    }

    private async Task MakeAllDueAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        List<Visit> later = await _tracker.Visits.ReadVisitsAsync(cancellationToken)
            .Where(visit => visit.DueAt > now && visit.Fault is null)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (Visit visit in later)
        {
            await _tracker.Visits.SaveVisitAsync(visit with { DueAt = now }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static EventDeliverer CreateDeliverer(
        TrackerServices services, ArticleTracker tracker, TimeSpan timeout, TimeProvider clock, ILogger logger)
    {
        IEventDeliveryStore deliveries = tracker.Events as IEventDeliveryStore
            ?? services.Find<IEventDeliveryStore>() ?? new InMemoryVersionStore();
        return new EventDeliverer(new DeliveryContext
        {
            Services = services,
            Log = tracker.Events,
            Deliveries = deliveries,
            Notices = new NoticeReader(
                tracker.Store, tracker.Events, EffectiveOptions.Tracker(services).Diff, logger),
            Call = new HandlerCall(timeout, DeliveryPace.RenewEvery, clock, logger),
            Clock = clock,
            Time = new StoreTime(clock, deliveries as IStoreClock),
            Logger = logger,
        });
    }
}
