using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tests.Robustness;

/// <summary>Any input from strangers is read within bounds.</summary>
public sealed class HostileInputTests
{
    /// <summary>What a reader allocates in all, so that it can never hold more.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    public static TheoryData<string> Inputs => [.. HostileInputs.All.Select(input => input.ToString())];

    [Fact]
    public void Every_hostile_input_has_a_name_of_its_own() => Assert.Distinct(HostileInputs.All.Select(input => input.ToString()));

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_hostile_input_throws_nothing_and_allocates_little(string description)
    {
        HostileInput input = HostileInputs.Named(description);
        byte[] content = input.Make();

        foreach (Func<Task> read in HostileReaders.CallsFor(input.Kind, content))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Exception? fault = await Record.ExceptionAsync(read);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.Null(fault);
            Assert.InRange(allocated, 0, MostBytes);
        }
    }
}
