using System.Text.RegularExpressions;
using NewsDiff.TestSupport;

namespace NewsDiff.Orleans.Tests;

/// <summary>docs/dashboard.json against what a host exports to Prometheus.</summary>
public sealed partial class DashboardTests
{
    [Fact]
    public async Task Queries_name_what_is_exported_and_every_exported_metric_is_shown()
    {
        await using MeasuredHost host = await MeasuredHost.StartAsync();
        SortedSet<string> exported = [];
        SortedSet<string> labels = [];
        try
        {
            await Patience.UntilAsync(
                async () =>
                {
                    (exported, labels) = await host.ReadAsync();
                    return Dashboard.Metrics.IsSubsetOf(exported) && Dashboard.GroupedBy.IsSubsetOf(labels);
                },
                TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            // The comparison below says what is missing.
        }

        Assert.Empty(Dashboard.Metrics.Except(exported));
        Assert.Empty(Dashboard.GroupedBy.Except(labels));
        Assert.Empty(
            exported.Where(name => name.StartsWith("newsdiff_", StringComparison.Ordinal)).Select(FamilyOf)
                .Except(Dashboard.Metrics.Select(FamilyOf)));
        Assert.DoesNotContain("server_address", labels);
    }

    private static string FamilyOf(string name) => Suffix().Replace(name, "");

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
