using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

/// <summary>Two stores in one host, each with a part of the data.</summary>
public sealed class SplitStoreTests
{
    public static TheoryData<Type> Parts =>
        [typeof(IVersionStore), typeof(IArticleCatalog), typeof(ISubscriptionStore), typeof(IVisitStore)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_that_another_store_would_keep_stops_the_host(Type part)
    {
        foreach (bool isFirst in (bool[])[true, false])
        {
            object own = Part(part);
            Exception refusal = await ConfiguredHost.RefusalAsync(ConfiguredHost.Configuration(), services =>
            {
                _ = isFirst ? services.AddSingleton(part, own) : services;
                services.AddNewsDiff().AddSqliteVersionStore(":memory:");
                _ = isFirst ? services : services.AddSingleton(part, own);
            });

            Assert.Contains("split between two stores", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(part.Name, refusal.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(SqliteVersionStore), refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_store_for_everything_starts()
    {
        using IHost host = ConfiguredHost.Build(
            ConfiguredHost.Configuration(), services => services.AddNewsDiff().AddSqliteVersionStore(":memory:"));

        await host.StartAsync(TestContext.Current.CancellationToken);
        ArticleTracker tracker = host.Services.GetRequiredService<ArticleTracker>();
        Assert.IsType<SqliteVersionStore>(tracker.Store);
        Assert.Same(tracker.Store, tracker.Visits);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_part_that_the_options_name_may_be_elsewhere()
    {
        var visits = (IVisitStore)Part(typeof(IVisitStore));
        using ServiceProvider provider = new ServiceCollection()
            .AddNewsDiff(options => options.Tracker = options.Tracker with { Visits = visits })
            .AddSqliteVersionStore(":memory:")
            .BuildServiceProvider();

        ArticleTracker tracker = provider.GetRequiredService<ArticleTracker>();

        Assert.Same(visits, tracker.Visits);
        Assert.Same(tracker.Store, tracker.Catalog);
    }

    [Fact]
    public void Stores_for_single_parts_together_are_one_store()
    {
        IServiceCollection services = new ServiceCollection().AddNewsDiff();
        foreach (Type part in Parts.Select(row => row.Data))
        {
            services.AddSingleton(part, Part(part));
        }

        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<ArticleTracker>());
    }

    /// <summary>Makes a store of one part alone.</summary>
    private static object Part(Type part) => typeof(DispatchProxy)
        .GetMethods().Single(method => method is { Name: "Create", IsGenericMethod: true })
        .MakeGenericMethod(part, typeof(Unused)).Invoke(null, null)!;

    public class Unused : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new NotSupportedException();
    }
}
