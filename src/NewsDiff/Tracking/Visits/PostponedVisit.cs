using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Visits;

/// <summary>Leaves a visit as it was, because the day's requests are used up: it stays due.</summary>
internal static class PostponedVisit
{
    /// <summary>Releases the visit, and tells when it is made.</summary>
    /// <param name="context">The tracker.</param>
    /// <param name="visit">Its state before.</param>
    /// <param name="rest">The rest of the day, if it is known.</param>
    /// <param name="reason">Why it was not made.</param>
    public static async Task<CheckOutcome> LeaveAsync(
        TrackingContext context, Visit visit, TimeSpan? rest, string? reason)
    {
        if (!await context.Visits.SaveVisitAsync(visit, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(visit.Url);
        }

        DateTimeOffset now = context.Now();
        bool isArticle = visit.Kind == VisitKind.Article;
        return new CheckOutcome
        {
            Kind = CheckKind.Postponed,
            Url = visit.Url,
            Status = FetchStatus.OverBudget,
            CheckedAt = now,
            NextCheckAt = now + rest,
            ArticleId = isArticle ? visit.Target : null,
            Version = isArticle
                ? await context.Store.FindLatestAsync(visit.Target, CancellationToken.None).ConfigureAwait(false)
                : null,
            Reason = reason,
        };
    }
}
