using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tool.Tests;

/// <summary>An input of each kind ends the tool in a documented way as users run it: in a process of its own.</summary>
public sealed class HostileProcessTests(ITestOutputHelper output) : HostileToolTests(output, BoundedRun.OfAsync)
{
    public static TheoryData<string> Inputs =>
        [.. Enum.GetValues<HostileKind>().Select(kind => HostileInputs.Of(kind).First().ToString())];

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task A_hostile_input_ends_the_process_in_order(string description) => EndsInOrderAsync(description);
}
