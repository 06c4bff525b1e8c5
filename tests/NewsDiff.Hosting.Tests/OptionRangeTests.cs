using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

/// <summary>Options out of range stop the host from starting, with their name.</summary>
public sealed class OptionRangeTests
{
    private static readonly OptionRanges Ranges = new(typeof(NewsDiffHostOptions).Assembly);

    public static TheoryData<string, string> Options => Ranges.Settings;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Options))]
    public async Task A_value_is_either_worked_with_or_stops_the_host_by_its_name(string typeName, string propertyName)
    {
        int refused = 0;
        await Ranges.TryAsync(typeName, propertyName, async options =>
        {
            using IHost host = ConfiguredHost.Build(
                ConfiguredHost.Configuration(),
                services => services.AddNewsDiff(made => Copy(options, made, propertyName)));
            Exception? refusal = await Record.ExceptionAsync(() => host.StartAsync(Stop));
            if (refusal is null)
            {
                await host.StopAsync(Stop);
            }
            else
            {
                refused++;
                Assert.Contains(
                    propertyName, Assert.IsType<OptionsValidationException>(refusal).Message, StringComparison.Ordinal);
            }
        });

        // What is less than nothing, nothing, and what no timer counts.
        Assert.InRange(refused, 3, int.MaxValue);
    }

    private static void Copy(object from, object to, string propertyName) =>
        to.GetType().GetProperty(propertyName)!.SetValue(to, from.GetType().GetProperty(propertyName)!.GetValue(from));
}
