using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Tool.Site;

/// <summary>Limits how many pages are rendered at once: comparisons use the processor.</summary>
/// <remarks>Other requests wait in a queue.</remarks>
internal sealed class SiteGate : IDisposable
{
    // With two, a quick page passes a slow one; more would only share the same processors.
    private const int MostAtOnce = 2;

    // Enough for many tabs, or for a feed reader that requests the feeds of all articles.
    private const int MostWaiting = 64;

    private static readonly SiteAnswer Busy = SiteAnswer.Sentence(
        StatusCodes.Status503ServiceUnavailable, "Too many pages are requested at once. Try again in a moment.") with
    {
        RetryAfter = 1,
    };

    private readonly ConcurrencyLimiter _limiter;

    internal SiteGate(int mostAtOnce = MostAtOnce, int mostWaiting = MostWaiting) => _limiter = new ConcurrencyLimiter(
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
