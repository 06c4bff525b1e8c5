using NewsDiff.Fetching;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public ValueTask<SiteTurn> TakeTurnAsync(
        string site, string holder, TimeSpan lease, int? maxDaily = null, int? maxDailyOfAll = null,
        CancellationToken cancellationToken = default) =>
        SiteTable.TakeTurnAsync(_database, site, holder, lease, maxDaily, maxDailyOfAll, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> EndTurnAsync(
        SiteTurn turn, bool wasAsked, CancellationToken cancellationToken = default) =>
        SiteTable.EndTurnAsync(_database, turn, wasAsked, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> FindRobotsAsync(string origin, CancellationToken cancellationToken = default) =>
        SiteTable.FindRobotsAsync(_database, origin, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveRobotsAsync(
        string origin, string answer, TimeSpan lifetime, CancellationToken cancellationToken = default) =>
        SiteTable.SaveRobotsAsync(_database, origin, answer, lifetime, cancellationToken);
}
