using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Limits how many pages are rendered at once: comparisons use the processor.</summary>
/// <remarks>Other requests wait in a queue.</remarks>
internal sealed class SiteGate : IDisposable
{
    private static readonly SiteAnswer Busy = SiteAnswer.Sentence(
        StatusCodes.Status503ServiceUnavailable, "Too many pages are requested at once. Try again in a moment.") with
    {
        RetryAfter = 1,
    };

    private readonly ConcurrencyLimiter _limiter;

    internal SiteGate(int mostAtOnce, int mostWaiting) => _limiter = new ConcurrencyLimiter(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = mostAtOnce,
            QueueLimit = mostWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

    /// <summary>Renders answers in turn; sending comes later, so that slow clients block nobody.</summary>
    internal async Task<SiteAnswer> AnswerAsync(Func<Task<SiteAnswer>> make, CancellationToken stop)
    {
        using RateLimitLease turn = await _limiter.AcquireAsync(permitCount: 1, stop).ConfigureAwait(false);
        return turn.IsAcquired ? await make().ConfigureAwait(false) : Busy;
    }

    public void Dispose() => _limiter.Dispose();
}
