using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The queries for what is due, shared by all databases.</summary>
internal static class DueTable
{
    /// <summary>The earlier of two times that may be null, in the SQL of all databases.</summary>
    private const string Earlier =
        "CASE WHEN s.article_due_at IS NULL OR s.feed_due_at <= s.article_due_at "
        + "THEN s.feed_due_at ELSE s.article_due_at END";

    public static async ValueTask<ImmutableArray<string>> FindSitesAsync(
        ISqlDatabase database, DateTimeOffset now, DateTimeOffset? horizon, CancellationToken cancellationToken)
    {
        DateTimeOffset shared = ClaimClock.NowOf(
            now, await ClaimClock.ReadAsync(database, cancellationToken).ConfigureAwait(false));
        List<string> sites = await database.QueryAsync(
            $"""
             SELECT s.name FROM {database.Prefix}site_due s
             WHERE (s.feed_due_at <= @now OR s.feed_due_at > @horizon
                 OR s.article_due_at <= @now OR s.article_due_at > @horizon)
                 AND {SiteTable.HasBudget(database.Prefix, database.Clock, "s.name")}
             ORDER BY {Earlier}, s.name
             """,
            static row => row.GetString(0),
            [("@now", shared), ("@horizon", horizon ?? DateTimeOffset.MaxValue)],
            cancellationToken).ConfigureAwait(false);
        return [.. sites];
    }

    public static async ValueTask<DueBacklog> CountAsync(
        ISqlDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset shared = ClaimClock.NowOf(
            now, await ClaimClock.ReadAsync(database, cancellationToken).ConfigureAwait(false));
        string visits = $"{database.Prefix}visit v WHERE v.kind =";
        List<DueBacklog> counts = await database.QueryAsync(
            $"""
             SELECT {Count(visits, "Feed")}, {Count(visits, "Article")},
                 (SELECT min(v.due_at) FROM {visits} 'Feed' AND v.due_at IS NOT NULL),
                 (SELECT min(v.due_at) FROM {visits} 'Article' AND v.due_at IS NOT NULL),
                 (SELECT count(*) FROM {database.Prefix}site WHERE held_until > {database.Clock}),
                 ({SiteTable.CountSpent(database.Prefix, database.Clock)}),
                 ({SiteTable.CountAsked(database.Prefix, database.Clock)})
             """,
            row => new DueBacklog
            {
                Feeds = (int)row.GetInt64(0),
                Articles = (int)row.GetInt64(1),
                Lag = LagOf(row, shared),
                HeldSites = (int)row.GetInt64(4),
                SpentSites = (int)row.GetInt64(5),
                RequestsToday = Convert.ToInt64(row.GetValue(6), CultureInfo.InvariantCulture),
            },
            [("@now", shared), ("@most", DueBacklog.MaxCount)],
            cancellationToken).ConfigureAwait(false);
        return counts[0];
    }

    private static string Count(string visits, string kind) =>
        $"(SELECT count(*) FROM (SELECT 1 FROM {visits} '{kind}' AND v.due_at <= @now LIMIT @most) x)";

    private static TimeSpan LagOf(DbDataReader row, DateTimeOffset now)
    {
        DateTimeOffset? feed = row.InstantOrNull(2);
        DateTimeOffset? article = row.InstantOrNull(3);
        TimeSpan lag = now - ((feed < article ? feed : article ?? feed) ?? now);
        return lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
    }
}
