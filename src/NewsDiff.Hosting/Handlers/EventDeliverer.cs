using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Delivers events to all handlers of a tracker, to each at its own pace.</summary>
internal sealed class EventDeliverer(DeliveryContext context)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _woken = New();
    private List<string>? _names;
    private List<HandlerDelivery>? _byHand;

    /// <summary>Lets the deliveries look for events at once.</summary>
    public void Wake()
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            (woken, _woken) = (_woken, New());
        }

        woken.TrySetResult();
    }

    /// <summary>Records where new handlers begin; called before the first pass.</summary>
    /// <returns>False when the handlers cannot be made now.</returns>
    public async Task<bool> TryBeginAsync(CancellationToken cancellationToken)
    {
        if (_names is null && TryFindNames() is { } names)
        {
            await BeginAsync(names, cancellationToken).ConfigureAwait(false);
        }

        return _names is not null;
    }

    /// <summary>Records where new handlers begin, or throws what keeps them from being made.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) =>
        _names is null ? BeginAsync(FindNames(), cancellationToken) : Task.CompletedTask;

    /// <summary>Delivers everything there is, to one handler after the other.</summary>
    public async Task DeliverAllAsync(PassTally tally, CancellationToken cancellationToken)
    {
        _byHand ??= [.. _names!.Select(name => new HandlerDelivery(name, context))];
        foreach (HandlerDelivery delivery in _byHand)
        {
            await delivery.DeliverAllAsync(tally, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Delivers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (_names is null)
        {
            await WaitAsync(Woken(), null, stoppingToken).ConfigureAwait(false);
        }

        await Task.WhenAll(_names.Select(name => DeliverAsync(name, stoppingToken))).ConfigureAwait(false);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the next look may fare better.")]
    private async Task DeliverAsync(string name, CancellationToken stoppingToken)
    {
        var delivery = new HandlerDelivery(name, context);
        while (!stoppingToken.IsCancellationRequested)
        {
            Task woken = Woken();
            DateTimeOffset? next = null;
            try
            {
                next = await delivery.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                context.Logger.DeliveryFailed(name, exception);
            }

            await WaitAsync(woken, next, stoppingToken).ConfigureAwait(false);
        }
    }

    private Task Woken()
    {
        lock (_gate)
        {
            return _woken.Task;
        }
    }

    private async Task WaitAsync(Task woken, DateTimeOffset? next, CancellationToken stoppingToken)
    {
        TimeSpan wait = next - context.Time.Now is { } left && left < DeliveryPace.Look
            ? left
            : DeliveryPace.Look;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task look = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, context.Clock, over.Token);
        await Task.WhenAny(woken, look).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task BeginAsync(List<string> names, CancellationToken cancellationToken)
    {
        foreach (string name in names)
        {
            await new HandlerDelivery(name, context).BeginAsync(cancellationToken).ConfigureAwait(false);
        }

        _names = names;
    }

    private List<string> FindNames()
    {
        using AsyncServiceScope scope = context.Services.Shared.CreateAsyncScope();
        var services = new TrackerServices(scope.ServiceProvider, context.Services.Name);
        return [.. HandlerNames.Of(services).Keys];
    }

    private List<string>? TryFindNames()
    {
        try
        {
            return FindNames();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            context.Logger.HandlersNotMade(exception);
            return null;
        }
    }
}
