using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

public sealed class SqliteBacklogTests : IDisposable
{
    private const int Sites = 40;
    private const int Waiting = 80;

    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    // A claim reads only the ends of a site's backlog, and less of each the more sites it chooses.
    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public async Task The_liveliest_visit_of_each_site_is_claimed_from_the_end_of_its_backlog(int sites)
    {
        await using SqliteVersionStore store =
            await SqliteVersionStore.OpenAsync(_folder.File("news.db"), cancellationToken: Token);
        for (int site = 0; site < Sites; site++)
        {
            for (int i = 1; i <= Waiting; i++)
            {
                Visit old = At(site, $"old{i}", TimeSpan.FromHours(i + 1), TimeSpan.FromDays(30));
                await store.SaveVisitAsync(old, Token);
            }

            await store.SaveVisitAsync(At(site, "lively", TimeSpan.FromHours(1), TimeSpan.FromHours(1)), Token);
        }

        var claim = new VisitClaim
        {
            Now = Noon,
            Lease = TimeSpan.FromMinutes(5),
            Limit = sites,
            Worker = "a",
            MaxSites = sites,
        };
        ImmutableArray<Visit> claimed = await store.ClaimDueAsync(claim, Token);

        Assert.Equal(sites, claimed.Select(static visit => visit.Url.Host).Distinct().Count());
        Assert.All(claimed, static visit => Assert.EndsWith("lively", visit.Target, StringComparison.Ordinal));
    }

    private static Visit At(int site, string name, TimeSpan overdue, TimeSpan interval) => new()
    {
        Kind = VisitKind.Article,
        Target = $"{site}-{name}",
        Url = new Uri($"https://site{site}.example/{name}"),
        DueAt = Noon - overdue,
        Interval = interval,
    };
}
