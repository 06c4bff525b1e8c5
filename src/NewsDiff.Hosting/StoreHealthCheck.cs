using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>A readiness check: reports whether the tracker's store answers within five seconds.</summary>
/// <remarks>
/// Register it with <c>services.AddHealthChecks().AddCheck&lt;StoreHealthCheck&gt;("newsdiff-store")</c>. The check
/// of a tracker with a name is a keyed service under that name.
/// </remarks>
public sealed class StoreHealthCheck : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly ArticleTracker _tracker;

    internal StoreHealthCheck(ArticleTracker tracker) => _tracker = tracker;

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the store throws is its answer.")]
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await _tracker.Visits.FindVisitAsync(VisitKind.Feed, "about:blank", cancellationToken).AsTask()
                .WaitAsync(Limit, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The store answers.");
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string what = exception is TimeoutException ? $"does not answer within {Limit:c}" : "cannot be read";
            return new HealthCheckResult(context.Registration.FailureStatus, $"The store {what}.", exception);
        }
    }
}
