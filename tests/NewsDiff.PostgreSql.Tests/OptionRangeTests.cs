using NewsDiff.TestSupport;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Options out of range are refused when they are set, with their name.</summary>
public sealed class OptionRangeTests(PostgreSqlCluster cluster)
{
    private static readonly OptionRanges Ranges = new(typeof(PostgreSqlVersionStore).Assembly);

    [Fact]
    public Task A_value_is_either_worked_with_or_refused_by_its_name() => Ranges.TryAllAsync(async options =>
    {
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            await cluster.CreateDatabaseAsync(),
            Assert.IsType<PostgreSqlStoreOptions>(options),
            TestContext.Current.CancellationToken);
        Assert.Null(await store.FindLatestAsync("none", TestContext.Current.CancellationToken));
    });

    [Fact]
    public void A_value_below_zero_is_refused() => Ranges.RefuseNegatives();
}
