using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tests.Robustness;

/// <summary>Any input from strangers is read within bounds.</summary>
public sealed class HostileInputTests
{
    public static TheoryData<string> Inputs =>
        [.. HostileInputs.All.Where(input => input.Kind is not (HostileKind.TimeMap or HostileKind.Warc))
            .Select(input => input.ToString())];

    [Fact]
    public void Every_hostile_input_has_a_name_of_its_own() =>
        Assert.Distinct(HostileInputs.All.Select(input => input.ToString()));

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_hostile_input_throws_nothing_and_allocates_little(string description)
    {
        HostileInput input = HostileInputs.Named(description);
        byte[] content = input.Make();

        foreach (Func<Task> read in HostileReaders.CallsFor(input.Kind, content))
        {
            await BoundedReading.VerifyAsync(read);
        }
    }
}
