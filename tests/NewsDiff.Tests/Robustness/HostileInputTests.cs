using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tests.Robustness;

/// <summary>What strangers may send is read within bounds, whatever it is.</summary>
public sealed class HostileInputTests
{
    /// <summary>What is allocated in all, so that no reader can hold more at once.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    public static TheoryData<string> Inputs => [.. HostileInputs.All.Select(input => input.ToString())];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_hostile_input_throws_nothing_and_allocates_little(string description)
    {
        HostileInput input = HostileInputs.Named(description);
        byte[] content = input.Make();
        long allocated = 0;

        Exception? fault = await Record.ExceptionAsync(async () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await HostileReaders.ReadAsync(input.Kind, content);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Null(fault);
        Assert.InRange(allocated, 0, MostBytes);
    }
}
