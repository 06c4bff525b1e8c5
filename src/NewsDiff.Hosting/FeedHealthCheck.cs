using System.Collections.ObjectModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>A check of freshness: reports which followed feeds are not read as planned.</summary>
/// <remarks>
/// It is degraded when a feed failed three times in a row, is overdue by an hour or is no longer read; the data names
/// up to 100 of them, each with the reason. Register it with
/// <c>services.AddHealthChecks().AddCheck&lt;FeedHealthCheck&gt;("newsdiff-feeds")</c>. It looks up every feed, so run
/// it every few minutes, and not as a liveness check. The check of a tracker with a name is a keyed service under that
/// name.
/// </remarks>
public sealed class FeedHealthCheck : IHealthCheck
{
    private const int MostNamed = 100;
    private const int MostFailures = 3;

    private static readonly TimeSpan MostOverdue = TimeSpan.FromHours(1);

    private readonly ArticleTracker _tracker;
    private readonly TimeProvider _clock;

    internal FeedHealthCheck(ArticleTracker tracker, TimeProvider clock) => (_tracker, _clock) = (tracker, clock);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int feeds = 0;
        int stale = 0;
        Dictionary<string, object> named = [];
        await foreach (Subscription feed in _tracker.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .ConfigureAwait(false))
        {
            feeds++;
            Visit? visit = await _tracker.Visits.FindVisitAsync(
                VisitKind.Feed, feed.Url.AbsoluteUri, cancellationToken).ConfigureAwait(false);
            if (FindFault(feed, visit) is { } fault)
            {
                stale++;
                if (named.Count < MostNamed)
                {
                    named[feed.Url.AbsoluteUri] = fault;
                }
            }
        }

        return stale == 0
            ? HealthCheckResult.Healthy($"{feeds} feeds are read as planned.")
            : HealthCheckResult.Degraded(
                $"{stale} of {feeds} feeds are not read as planned.",
                data: new ReadOnlyDictionary<string, object>(named));
    }

    private string? FindFault(Subscription feed, Visit? visit)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        DateTimeOffset? due = visit is null ? feed.AddedAt : visit.DueAt;
        string reason = visit?.LastReason is { } last ? $" {last}" : "";
        return due is null ? $"It is no longer read ({visit!.State}).{reason}"
            : visit?.Failures >= MostFailures ? $"It failed {visit.Failures} times in a row.{reason}"
            : now - due > MostOverdue ? $"It has been due since {due:u}."
            : null;
    }
}
