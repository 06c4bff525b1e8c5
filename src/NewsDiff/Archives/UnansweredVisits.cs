using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>Finds, among the visits that are due, those that need no capture of this time.</summary>
/// <remarks>
/// What robots.txt forbids was not asked for, so that no capture tells of it; and a page may have been captured before a feed
/// announced it. Everything else waits for its capture, and is claimed meanwhile so as not to be looked at again at each.
/// </remarks>
internal sealed class UnansweredVisits(ReplayFetcher replay, ReplayTape tape, TimeProvider clock, IVisitStore visits, VisitKind? kind)
{
    private const int ClaimsAtOnce = 32;

    /// <summary>Should the process die, the store has its visits back by then.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromDays(1);

    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _waiting = [];

    /// <summary>Takes the visits to be made now.</summary>
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
                bool isCaptured = tape.NextOf(visit.Url) is { } next && tape.Captures[next].CapturedAt <= clock.GetUtcNow();
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

    /// <summary>Ends the claims of what waited in vain.</summary>
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
