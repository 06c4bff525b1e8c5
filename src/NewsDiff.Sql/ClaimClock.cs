namespace NewsDiff.Sql;

/// <summary>Decides by which clock a claim is made.</summary>
/// <remarks>
/// The clocks of workers differ, by a wrong setting even by hours, so the database's counts. A claim from further away
/// comes from a simulation or a repeated run, whose clock counts for all that it plans.
/// </remarks>
internal static class ClaimClock
{
    /// <summary>More than a wrong time zone makes a clock wrong.</summary>
    private static readonly TimeSpan Elsewhere = TimeSpan.FromDays(1);

    public static DateTimeOffset NowOf(DateTimeOffset claimed, DateTimeOffset database) =>
        (claimed - database).Duration() < Elsewhere ? database : claimed;

    public static async ValueTask<DateTimeOffset> ReadAsync(
        ISqlDatabase database, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"SELECT {database.Clock}",
            static row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            [],
            cancellationToken).ConfigureAwait(false))[0];
}
