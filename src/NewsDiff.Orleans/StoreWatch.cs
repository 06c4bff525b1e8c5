using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Tracking;

namespace NewsDiff.Orleans;

/// <summary>Asks the store again and again whether it answers this silo.</summary>
/// <remarks>
/// A silo that lost its way to the database stays a member of the cluster as long as the other silos reach it. Its
/// grains can visit nothing, so it must let the other silos have their sites.
/// </remarks>
internal sealed class StoreWatch(ArticleTracker tracker, TimeProvider clock, ILogger<StoreWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take: longer than most restarts of a server.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private volatile bool _answers = true;

    /// <summary>Whether the store answered when it was asked last.</summary>
    public bool Answers => _answers;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            Exception? fault = await AskAsync(stoppingToken).ConfigureAwait(false);
            bool answers = fault is null;
            if (answers != _answers)
            {
                _answers = answers;
                Tell(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>Asks for a visit that does not exist.</summary>
    /// <returns>Why there was no answer; null if there was one.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the store throws is its answer.")]
    private async Task<Exception?> AskAsync(CancellationToken stop)
    {
        using var over = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
        try
        {
            // A dead connection may not even hear that its call is cancelled.
            await tracker.Visits.FindVisitAsync(VisitKind.Feed, "about:blank", either.Token).AsTask()
                .WaitAsync(either.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            stop.ThrowIfCancellationRequested();
            return exception;
        }
    }

    private void Tell(Exception? fault)
    {
        if (fault is null)
        {
            logger.StoreAnswers();
        }
        else
        {
            logger.StoreIsLost(Limit, fault);
        }
    }
}
