using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>For each site, a time no later than its next due visit.</summary>
/// <remarks>
/// Claims choose sites by this time, without reading the backlog. Planning a visit can only make it earlier; a claim
/// that has read a site's visits corrects it.
/// </remarks>
internal static class SiteDueTable
{
    /// <summary>The time by which a claim chooses a site.</summary>
    public static string ColumnOf(VisitClaim claim, string earlier) => claim.Kind switch
    {
        VisitKind.Feed => "s.feed_due_at",
        VisitKind.Article => "s.article_due_at",
        _ => earlier,
    };

    /// <summary>The condition that no other worker holds visits to a site.</summary>
    public static string IsFree(string prefix, VisitClaim claim) => claim.Worker is null
        ? "TRUE"
        : $"""
           NOT EXISTS (SELECT 1 FROM {prefix}visit o WHERE o.site = s.name AND o.leased_until IS NOT NULL
               AND o.leased_until > @now AND o.leased_until <= @horizon AND o.worker <> @worker)
           """;

    /// <summary>The condition that a site is the one of the claim, as an addition to others.</summary>
    public static string IsChosen(VisitClaim claim) => claim.Site is null ? "" : "AND s.name = @site";

    /// <summary>The statement that corrects the times of <c>names</c> when a claim has been made.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="names">The SQL that lists the sites.</param>
    /// <param name="greatest">The SQL function of the greater of two values.</param>
    public static string Correct(string prefix, string names, string greatest) =>
        $"""
         UPDATE {prefix}site_due AS s SET
             feed_due_at = ({Next(prefix, "Feed", greatest)}), article_due_at = ({Next(prefix, "Article", greatest)})
         WHERE s.name IN ({names})
         """;

    /// <summary>The earliest time at which a visit of a kind is due and not held.</summary>
    /// <remarks>
    /// The few held visits are found by site and lease. The kind is an expression there, because a plain column would
    /// make SQLite read all visits of a kind.
    /// </remarks>
    private static string Next(string prefix, string kind, string greatest) =>
        $"""
         SELECT min(x.at) FROM (
             SELECT f.due_at AS at FROM (
                 SELECT v.due_at FROM {prefix}visit v WHERE v.kind = '{kind}' AND v.site = s.name
                     AND v.due_at IS NOT NULL AND v.leased_until IS NULL ORDER BY v.due_at LIMIT 1) f
             UNION ALL
             SELECT {greatest}(v.due_at, v.leased_until) FROM {prefix}visit v
             WHERE v.site = s.name AND v.leased_until IS NOT NULL AND v.due_at IS NOT NULL
                 AND v.kind || '' = '{kind}') x
         """;
}
