using NewsDiff.Events;
using NewsDiff.PostgreSql;
using NewsDiff.PostgreSql.Tests;
using NewsDiff.TestSupport;
using NewsDiff.TestSupport.Faults;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.Orleans.Tests;

/// <summary>What a cluster promises to the sites and to its readers, also when a silo ends.</summary>
public sealed class ClusterTests(PostgreSqlCluster cluster)
{
    private const int AllPages = SiteCrowd.Sites * SiteCrowd.Pages;

    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(600);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_silo_had_claimed_is_visited_by_the_other_one_after_its_lease()
    {
        TimeSpan lease = TimeSpan.FromSeconds(20);
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await using SiteCrowd crowd = await SiteCrowd.StartAsync();
        await using Silo first = Silo.Start(1, database, crowd.Names, Gap, lease);
        await using Silo second = Silo.Start(2, database, crowd.Names, Gap, lease);
        await UntilAsync(async () => await CountSilosAsync(database) == 2, [first, second]);
        await crowd.PlanAsync(store);

        await UntilBothVisitAsync(crowd, [first, second]);
        first.Kill();
        await UntilAllIsDoneAsync(store, [first, second]);

        AssertPolite(crowd);
        await AssertEventsAsync(store);
        Assert.All(Repeats(crowd), pair =>
        {
            // The dead silo asked, but had not saved the page; a visit begins in the first half of its lease.
            Assert.Equal(1, pair.First.Silo);
            Assert.True(pair.Next.Begin - pair.First.Begin >= lease / 2);
        });
    }

    [Fact]
    public async Task A_silo_that_stops_hands_its_sites_over_and_nothing_is_visited_twice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process to stop.");
        TimeSpan lease = TimeSpan.FromMinutes(15);
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await using SiteCrowd crowd = await SiteCrowd.StartAsync();
        await using Silo first = Silo.Start(1, database, crowd.Names, Gap, lease);
        await using Silo second = Silo.Start(2, database, crowd.Names, Gap, lease);
        await UntilAsync(async () => await CountSilosAsync(database) == 2, [first, second]);
        await crowd.PlanAsync(store);

        await UntilBothVisitAsync(crowd, [first, second]);
        Assert.Equal(0, await first.StopAsync(Token));
        await using Silo third = Silo.Start(3, database, crowd.Names, Gap, lease);
        await UntilAllIsDoneAsync(store, [first, second, third]);

        // Within the lease of the first silo: it has given back what it did not visit.
        AssertPolite(crowd);
        Assert.Empty(Repeats(crowd));
        Assert.Equal(AllPages, crowd.PageRequests.Length);
        await AssertEventsAsync(store);
    }

    [Fact]
    public async Task A_silo_that_loses_the_database_leaves_its_sites_to_the_other_one()
    {
        TimeSpan lease = TimeSpan.FromSeconds(20);
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await using SiteCrowd crowd = await SiteCrowd.StartAsync();
        await using var line = new CutLine(new NpgsqlConnectionStringBuilder(database).Port);
        string through = new NpgsqlConnectionStringBuilder(database) { Port = line.Port }.ConnectionString;

        // The first silo has the planner, which finds what is due for both.
        await using Silo first = Silo.Start(1, through, crowd.Names, Gap, lease);
        await UntilAsync(async () => await CountSilosAsync(database) == 1, [first]);
        await using Silo second = Silo.Start(2, database, crowd.Names, Gap, lease);
        await UntilAsync(async () => await CountSilosAsync(database) == 2, [first, second]);
        await crowd.PlanAsync(store);

        await UntilBothVisitAsync(crowd, [first, second]);

        // A commit waits for the store longer than this test for the cluster.
        line.CutBefore("version (id, host");
        await UntilAllIsDoneAsync(store, [first, second]);

        AssertPolite(crowd);
        await AssertEventsAsync(store);
        Assert.All(Repeats(crowd), static pair => Assert.Equal(1, pair.First.Silo));
        Assert.Equal(2, await CountSilosAsync(database));
    }

    /// <summary>Waits until both silos have visited something, and much is left.</summary>
    private static async Task UntilBothVisitAsync(SiteCrowd crowd, Silo[] silos)
    {
        await UntilAsync(
            () => Task.FromResult(
                crowd.PageRequests.GroupBy(request => request.Silo).Count(silo => silo.Count() > 4) == 2),
            silos);
        Assert.InRange(crowd.PageRequests.Length, 2, AllPages - SiteCrowd.Sites);
    }

    /// <summary>Counts the members of the cluster, which are there once the first silo has made the table.</summary>
    private static async Task<long> CountSilosAsync(string database)
    {
        const int Active = 3;
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using var count = new NpgsqlCommand(
            $"SELECT count(*) FROM newsdiff_silo WHERE status = {Active}", connection);
        try
        {
            return (long)(await count.ExecuteScalarAsync(Token))!;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    private static Task UntilAllIsDoneAsync(PostgreSqlVersionStore store, Silo[] silos) => UntilAsync(
        async () =>
        {
            DueBacklog due = await store.CountDueAsync(TimeProvider.System.GetUtcNow(), Token);
            return due.Articles == 0;
        },
        silos);

    /// <summary>Waits, and shows the logs of the silos if that takes too long.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, Silo[] silos)
    {
        try
        {
            await Patience.UntilAsync(async () => silos.Any(silo => silo.HasFailed) || await isSo(), Token);
        }
        catch (TimeoutException)
        {
            // What the silos wrote tells why.
        }

        if (!await isSo())
        {
            Assert.Fail(string.Join("\n--\n", silos.Select(silo => silo.Output)));
        }
    }

    private static void AssertPolite(SiteCrowd crowd) => Assert.All(
        Pairs(crowd.Requests.GroupBy(request => request.Url.Authority)),
        pair => Assert.True(pair.Next.Begin - pair.First.End >= Gap, $"{pair.First} {pair.Next}"));

    /// <summary>The pages that were asked for again.</summary>
    private static IEnumerable<(SiteRequest First, SiteRequest Next)> Repeats(SiteCrowd crowd) =>
        Pairs(crowd.PageRequests.GroupBy(request => request.Url.AbsoluteUri));

    private static IEnumerable<(SiteRequest First, SiteRequest Next)> Pairs(
        IEnumerable<IEnumerable<SiteRequest>> groups) => groups.SelectMany(group =>
    {
        SiteRequest[] ordered = [.. group.OrderBy(request => request.Begin)];
        return ordered.Zip(ordered.Skip(1));
    });

    /// <summary>Each page has one event, and none is lost.</summary>
    private async Task AssertEventsAsync(PostgreSqlVersionStore store)
    {
        await cluster.SettleAsync();
        List<ArticleEvent> events =
            await store.ReadEventsAsync(new EventQuery(), Token).ToListAsync(Token);
        Assert.Equal(AllPages, events.Select(happened => happened.ArticleId).Distinct().Count());
        Assert.Equal(AllPages, events.Count);
    }
}
