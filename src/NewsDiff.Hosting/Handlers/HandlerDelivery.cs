using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Delivers the events of the log to one handler, each at least once and in order.</summary>
internal sealed class HandlerDelivery(string name, DeliveryContext context)
{
    private const int PageSize = 50;

    private readonly DeliveryRecording _recording = new(name, context.Time);

    private EventCursor? _cursor;
    private DateTimeOffset? _next;
    private EventDelivery _state = null!;
    private HandlerMemory _memory = null!;
    private bool _isHeld;

    /// <summary>Counts what is delivered, when a test makes the passes; otherwise null.</summary>
    private PassTally? _tally;

    /// <summary>Whether the next attempt is made at once, although it was planned for later.</summary>
    private bool _skipsWait;

    private bool _isPostponed;
    private int _misses;

    /// <summary>Reads how far the handler has come; a new handler starts at the end of the log.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await TryClaimAsync(cancellationToken).ConfigureAwait(false))
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Delivers everything there is; what fails is tried again at once, until it is put aside.</summary>
    /// <remarks>Only what the handler itself postponed waits, and what waits for its digest.</remarks>
    public async Task DeliverAllAsync(PassTally tally, CancellationToken cancellationToken)
    {
        _tally = tally;
        _skipsWait = !tally.IsDueOnly && !_isPostponed;
        int misses;
        do
        {
            misses = _misses;
            tally.WaitsFor = $"the store, for the events of the handler {name}";
            await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        while (_skipsWait && _state.RetryAt is not null && misses != _misses);

        if (_state.RetryAt is not null)
        {
            tally.Waiting.Add(_state);
        }
    }

    /// <summary>Delivers everything that can be delivered now.</summary>
    /// <returns>The time of the next retry, or null.</returns>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellationToken)
    {
        if (!await HasWorkAsync(cancellationToken).ConfigureAwait(false))
        {
            return _next;
        }

        if (!await TryClaimAsync(cancellationToken).ConfigureAwait(false))
        {
            return _tally is null ? null : throw new InvalidOperationException(
                $"Another process delivers to the handler {name}; its lease has not ended by this clock.");
        }

        try
        {
            _next = _state.RetryAt;
            if (_skipsWait || !(_next > Now()))
            {
                await DeliverAsync(cancellationToken).ConfigureAwait(false);
                _next = _state.RetryAt ?? _memory.NextDue();
            }
        }
        finally
        {
            await ReleaseAsync().ConfigureAwait(false);
        }

        return _next;
    }

    /// <summary>Whether there may be something to deliver; if not, no claim is made.</summary>
    private async Task<bool> HasWorkAsync(CancellationToken cancellationToken) =>
        _cursor is not { } after
        || _skipsWait
        || _next <= Now()
        || (_next is null || _state.RetryAt is null)
            && await context.Log.ReadEventsAsync(new EventQuery { After = after, Limit = 1 }, cancellationToken)
                .AnyAsync(cancellationToken).ConfigureAwait(false);

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = context.Services.Shared.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = new TrackerServices(scope.ServiceProvider, context.Services.Name);
            if (!HandlerNames.Of(services).TryGetValue(name, out IArticleChangeHandler? handler))
            {
                return;
            }

            int count;
            do
            {
                var query = new EventQuery { After = _state.Cursor, Limit = PageSize };
                List<ArticleEvent> page = await context.Log.ReadEventsAsync(query, cancellationToken)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                if (!await DeliverAsync(handler, page, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                count = page.Count;
            }
            while (count == PageSize);

            await DeliverDigestsAsync(handler, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Delivers some events.</summary>
    /// <returns>Whether to continue: false after a failure, or when another process delivers.</returns>
    private async Task<bool> DeliverAsync(
        IArticleChangeHandler handler, List<ArticleEvent> page, CancellationToken cancellationToken)
    {
        foreach (ArticleEvent happened in page)
        {
            CallFault? fault = await HandleAsync(handler, happened, cancellationToken).ConfigureAwait(false);
            bool isSaved = happened.Kind == ArticleEventKind.Changed || happened == page[^1];
            bool isGoingOn = fault is null
                ? await SucceedAsync(happened, isSaved).ConfigureAwait(false)
                : await FailAsync(happened.Cursor, happened.ToString(), fault).ConfigureAwait(false);
            if (!isGoingOn)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets the handler handle one event, or leaves the event to a digest.</summary>
    /// <returns>Why it was not handled; null when it was, or when there is nothing to show.</returns>
    private async Task<CallFault?> HandleAsync(
        IArticleChangeHandler handler, ArticleEvent happened, CancellationToken cancellationToken)
    {
        ArticleNotice? notice = await context.Notices.ReadAsync(happened, handler, cancellationToken)
            .ConfigureAwait(false);
        if (notice is null
            || (handler is IArticleDigestHandler digests && !_memory.Count(happened, digests.MaxPerHour)))
        {
            return null;
        }

        CallFault? fault = await CallAsync(
            handler, $"{happened}", stop => handler.HandleNoticeAsync(notice, stop), cancellationToken)
            .ConfigureAwait(false);
        if (fault is null)
        {
            _recording.Handled(happened);
            Tally(1);
        }
        else if (handler is IArticleDigestHandler)
        {
            // It is counted again when it is tried again.
            _memory.Uncount(happened);
        }

        return fault;
    }

    private async Task DeliverDigestsAsync(IArticleChangeHandler handler, CancellationToken cancellationToken)
    {
        if (handler is not IArticleDigestHandler digests)
        {
            return;
        }

        foreach (SiteHour hour in _memory.Due(Now()))
        {
            ArticleDigest digest = await context.Notices.ReadAsync(hour, digests, cancellationToken)
                .ConfigureAwait(false);
            string what = $"the digest of {hour.Host} for {hour.Since:u}";
            CallFault? fault = await CallAsync(
                handler, what, stop => digests.HandleDigestAsync(digest, stop), cancellationToken)
                .ConfigureAwait(false);
            if (fault is null)
            {
                _recording.Handled(digest);
                Tally(digest.Count);
            }

            bool isGivenUp = fault is { RetryAt: null } && _state.Failures + 1 >= DeliveryPace.MaxAttempts;
            if (fault is null || isGivenUp)
            {
                _memory.Done(hour);
            }

            if (!await (fault is null
                ? SaveAsync(Settled(_state.Cursor))
                : FailAsync(hour.First!.Value, what, fault)).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private Task<CallFault?> CallAsync(
        IArticleChangeHandler handler, string what, Func<CancellationToken, ValueTask> handle,
        CancellationToken cancellationToken)
    {
        _tally?.WaitsFor = $"the handler {name}, which handles {what}";
        return context.Call.RunAsync(
            handler.GetType(), what, handle, () => SaveAsync(_state), cancellationToken);
    }

    private void Tally(int events) => _tally?.Delivered += events;

    private async Task<bool> SucceedAsync(ArticleEvent happened, bool isSaved)
    {
        _state = Settled(happened.Cursor);
        return !isSaved || await SaveAsync(_state).ConfigureAwait(false);
    }

    /// <summary>Notes a failure; after many, the event is put aside and the next one follows.</summary>
    /// <returns>Whether to continue with the next event.</returns>
    private async Task<bool> FailAsync(EventCursor cursor, string what, CallFault fault)
    {
        int failures = fault.RetryAt is null ? _state.Failures + 1 : _state.Failures;
        _misses++;
        _isPostponed = fault.RetryAt is not null;
        _skipsWait &= !_isPostponed;
        if (fault.Thrown is { } thrown)
        {
            _tally?.Thrown.Add(thrown);
        }

        if (fault.RetryAt is null)
        {
            _recording.Missed(isPutAside: failures >= DeliveryPace.MaxAttempts);
        }

        if (failures < DeliveryPace.MaxAttempts)
        {
            await SaveAsync(_state with
            {
                Failures = failures,
                RetryAt = fault.RetryAt ?? (Now() + DeliveryPace.WaitAfter(failures)),
                LastReason = fault.Reason,
            }).ConfigureAwait(false);
            return false;
        }

        context.Logger.EventPutAside(name, what, failures, fault.Reason);
        var letter = new DeadLetter
        {
            Handler = name,
            Cursor = cursor,
            At = Now(),
            Attempts = failures,
            Reason = fault.Reason,
        };
        _tally?.DeadLetters.Add(letter);
        return await SaveAsync(Settled(cursor > _state.Cursor ? cursor : _state.Cursor), letter).ConfigureAwait(false);
    }

    private EventDelivery Settled(EventCursor cursor)
    {
        _isPostponed = false;
        return _state with { Cursor = cursor, Failures = 0, RetryAt = null, LastReason = null };
    }

    private async Task<bool> SaveAsync(EventDelivery state, DeadLetter? letter = null)
    {
        _state = state with { Memory = _memory.Write(), LeasedUntil = Now() + DeliveryPace.Lease };
        _isHeld = _isHeld && await context.Deliveries.SaveDeliveryAsync(_state, letter, CancellationToken.None)
            .ConfigureAwait(false);
        return _isHeld;
    }

    private async Task<bool> TryClaimAsync(CancellationToken cancellationToken)
    {
        await context.Time.CompareAsync(cancellationToken).ConfigureAwait(false);
        EventDelivery? claimed = await context.Deliveries.ClaimDeliveryAsync(
            name, Now(), DeliveryPace.Lease, cancellationToken).ConfigureAwait(false);
        if (claimed is null)
        {
            return false;
        }

        (_state, _isHeld) = (claimed, true);
        _memory = HandlerMemory.Parse(claimed.Memory);
        _memory.Forget(Now());
        return true;
    }

    private async Task ReleaseAsync()
    {
        _cursor = _state.Cursor;
        if (_isHeld)
        {
            _isHeld = false;
            await context.Deliveries.SaveDeliveryAsync(
                _state with { LeasedUntil = null, Memory = _memory.Write() }, deadLetter: null, CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    private DateTimeOffset Now() => context.Time.Now;
}
