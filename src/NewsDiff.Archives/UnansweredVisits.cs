using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>Finds the due visits that need no capture.</summary>
/// <remarks>
/// An address that robots.txt forbids has no capture, and a page may have been captured before a feed
/// announced it. All other visits wait for their captures and stay claimed, so that they are not examined again.
/// </remarks>
internal sealed class UnansweredVisits(
    ReplayFetcher replay,
    ReplayTape tape,
    TimeProvider clock,
    IVisitStore visits,
    VisitKind? kind)
{
    private const int ClaimsAtOnce = 32;

    /// <summary>The time after which the visits of a dead process are free again.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromDays(1);

    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _waiting = [];

    /// <summary>Claims the visits to make now.</summary>
    public async IAsyncEnumerable<Visit> ClaimAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool isMore = true;
        while (isMore)
        {
            var claim = new VisitClaim
            {
                Now = UtcInstant.ToMillisecond(clock.GetUtcNow()),
                Lease = Lease,
                Limit = ClaimsAtOnce,
                Kind = kind,
            };
            ImmutableArray<Visit> due = await visits.ClaimDueAsync(claim, cancellationToken).ConfigureAwait(false);
            isMore = due.Length == ClaimsAtOnce;
            foreach (Visit visit in due)
            {
                bool isCaptured = tape.NextOf(visit.Url) is { } next
                    && tape.Captures[next].CapturedAt <= clock.GetUtcNow();
                if (isCaptured || !await replay.IsAllowedAsync(visit.Url, cancellationToken).ConfigureAwait(false))
                {
                    yield return visit;
                }
                else
                {
                    _waiting[(visit.Kind, visit.Target)] = visit;
                }
            }
        }
    }

    /// <summary>Releases the visits that got no capture.</summary>
    public async Task GiveBackAsync()
    {
        foreach (((VisitKind kind, string target), Visit visit) in _waiting)
        {
            Visit? current = await visits.FindVisitAsync(kind, target, CancellationToken.None).ConfigureAwait(false);
            if (current == visit)
            {
                await visits.SaveVisitAsync(visit, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
