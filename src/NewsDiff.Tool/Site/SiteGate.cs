using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Tool.Site;

/// <summary>Lets only so many pages be made at once, as a comparison keeps a processor busy; others wait in a queue.</summary>
internal sealed class SiteGate : IDisposable
{
    // Two let a quick page pass a slow one; more would only share the same processors.
    private const int MostAtOnce = 2;

    // A person with many tabs, or a feed reader that asks for the feeds of all articles.
    private const int MostWaiting = 64;

    private static readonly SiteAnswer Busy = SiteAnswer.Sentence(
        StatusCodes.Status503ServiceUnavailable, "Too many pages are asked for at once. Try again in a moment.") with
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

    /// <summary>Makes an answer in its turn. It is sent outside: a slow reader keeps nobody waiting.</summary>
    internal async Task<SiteAnswer> AnswerAsync(Func<Task<SiteAnswer>> make, CancellationToken stop)
    {
        using RateLimitLease turn = await _limiter.AcquireAsync(permitCount: 1, stop).ConfigureAwait(false);
        return turn.IsAcquired ? await make().ConfigureAwait(false) : Busy;
    }

    public void Dispose() => _limiter.Dispose();
}
