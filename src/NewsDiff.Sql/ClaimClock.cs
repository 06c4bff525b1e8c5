namespace NewsDiff.Sql;

/// <summary>Decides by which clock a claim is made.</summary>
/// <remarks>
/// The clocks of workers differ, even by hours if one is set wrong, so the database's clock is used. A claim whose
/// clock differs by more comes from a simulation or a repeated run, and its own clock is used.
/// </remarks>
internal static class ClaimClock
{
    /// <summary>A difference larger than that of a wrong time zone.</summary>
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
