using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting;

/// <summary>Calls the handlers with the changes of a pass, in parallel with the pass.</summary>
internal sealed class ChangeHandlers(TrackerServices services, TimeSpan timeout, TimeProvider clock, ILogger logger)
{
    private readonly Channel<ArticleChange> _changes = Channel.CreateUnbounded<ArticleChange>(
        new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Queues a change after the earlier ones.</summary>
    public void Add(ArticleChange change) => _changes.Writer.TryWrite(change);

    /// <summary>Marks the end of the changes.</summary>
    public void Complete() => _changes.Writer.TryComplete();

    /// <summary>Hands over all changes until their end is marked.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        List<IArticleChangeHandler>? handlers = null;
        await foreach (ArticleChange change in _changes.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            handlers ??= Create();
            foreach (IArticleChangeHandler handler in handlers.ToList())
            {
                if (!await TryHandleAsync(handler, change, stoppingToken).ConfigureAwait(false))
                {
                    handlers.Remove(handler);
                }
            }
        }
    }

    /// <summary>Creates the handlers; a container creates all of them or none.</summary>
    private List<IArticleChangeHandler> Create()
    {
        try
        {
            return [.. services.GetAll<IArticleChangeHandler>()];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            logger.HandlersNotMade(exception);
            return [];
        }
    }

    /// <summary>Hands one change to one handler.</summary>
    /// <returns>False when it did not finish in time: it may still be running, and is skipped.</returns>
    [SuppressMessage(
        "Reliability", "CA2025", Justification = "A token may outlive its cancelled source.")]
    private async Task<bool> TryHandleAsync(
        IArticleChangeHandler handler,
        ArticleChange change,
        CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        CancellationToken token = stop.Token;
        Task handled = Task.Run(() => handler.HandleAsync(change, token).AsTask(), CancellationToken.None);
        try
        {
            await handled.WaitAsync(timeout, clock, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!handled.IsCompleted)
        {
            logger.HandlerTookTooLong(handler.GetType(), change.After.Number, change.ArticleId, timeout);
            await stop.CancelAsync().ConfigureAwait(false);
            _ = ListenAsync(handler, change, handled);
            return false;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.HandlerFailed(handler.GetType(), change.After.Number, change.ArticleId, exception);
        }

        return true;
    }

    /// <summary>Logs the exception of a handler that is no longer awaited.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "It is logged; nobody waits for it.")]
    private async Task ListenAsync(IArticleChangeHandler handler, ArticleChange change, Task handled)
    {
        try
        {
            await handled.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.HandlerFailed(handler.GetType(), change.After.Number, change.ArticleId, exception);
        }
    }
}
