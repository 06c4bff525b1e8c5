using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

public sealed class HealthCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_can_be_read_is_ready_and_one_that_cannot_is_not()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bad.db"), new string('x', 5000), Token);
        await using ServiceProvider good = Provider(services => services.AddSqliteVersionStore(folder.File("good.db")));
        await using ServiceProvider bad = Provider(services => services.AddSqliteVersionStore(folder.File("bad.db")));

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(good.GetRequiredService<StoreHealthCheck>())).Status);
        HealthCheckResult broken = await CheckAsync(bad.GetRequiredService<StoreHealthCheck>());
        Assert.Equal(HealthStatus.Unhealthy, broken.Status);
        Assert.NotNull(broken.Exception);
    }

    [Fact]
    public async Task Feeds_that_are_not_read_as_planned_are_named_with_the_reason()
    {
        var store = new InMemoryVersionStore();
        await using ServiceProvider provider = Provider(services => services.AddSingleton<IVersionStore>(store));
        FeedHealthCheck check = provider.GetRequiredService<FeedHealthCheck>();
        await FollowAsync(store, "fresh", visit => visit);
        await FollowAsync(store, "two failures", visit => visit with { Failures = 2 });
        await FollowAsync(store, "a little late", visit => visit with { DueAt = Noon.AddHours(-1) });
        await store.AddSubscriptionAsync(new Subscription { Url = Of("new"), AddedAt = Noon }, Token);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);

        await FollowAsync(store, "failing", visit => visit with { Failures = 3, LastReason = "No answer." });
        await FollowAsync(store, "late", visit => visit with { DueAt = Noon.AddHours(-1).AddMilliseconds(-1) });
        await FollowAsync(store, "ended", visit => visit with { DueAt = null, State = VisitState.Vanished });
        await store.AddSubscriptionAsync(
            new Subscription { Url = Of("never"), AddedAt = Noon.AddHours(-2) }, Token);

        HealthCheckResult stale = await CheckAsync(check);

        Assert.Equal(HealthStatus.Degraded, stale.Status);
        Assert.Equal("4 of 8 feeds are not read as planned.", stale.Description);
        Assert.Equal(
            [
                "ended: It is no longer read (Vanished).",
                "failing: It failed 3 times in a row. No answer.",
                "late: It has been due since 2026-05-03 10:59:59Z.",
                "never: It has been due since 2026-05-03 10:00:00Z.",
            ],
            stale.Data.Select(feed => $"{new Uri(feed.Key).Segments[^1]}: {feed.Value}").Order(StringComparer.Ordinal));
    }

    private static Uri Of(string name) => new($"https://example.org/{name.Replace(' ', '-')}");

    private static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ManualTimeProvider(Noon))
            .AddNewsDiff();
        register(services);
        return services.BuildServiceProvider();
    }

    private static async Task FollowAsync(InMemoryVersionStore store, string name, Func<Visit, Visit> change)
    {
        await store.AddSubscriptionAsync(
            new Subscription { Url = Of(name), AddedAt = Noon.AddDays(-1) }, Token);
        await store.SaveVisitAsync(
            change(new Visit
            {
                Kind = VisitKind.Feed,
                Target = Of(name).AbsoluteUri,
                Url = Of(name),
                DueAt = Noon.AddMinutes(10),
            }),
            Token);
    }

    private static Task<HealthCheckResult> CheckAsync(IHealthCheck check) => check.CheckHealthAsync(
        new HealthCheckContext
        {
            Registration = new HealthCheckRegistration("newsdiff", check, HealthStatus.Unhealthy, []),
        },
        Token);
}
