using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tool.Tests;

/// <summary>What is neither a page nor a feed of strangers end the tool in a documented way.</summary>
public sealed class HostileFileToolTests(ITestOutputHelper output, ToolSeries series)
    : HostileToolTests(output, series.RunAsync), IClassFixture<ToolSeries>
{
    public static TheoryData<string> Inputs => InputsOf(kind => kind is not (HostileKind.Feed or HostileKind.Page));

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task A_hostile_input_ends_the_tool_in_order(string description) => EndsInOrderAsync(description);
}
