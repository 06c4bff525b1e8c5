using Xunit;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Holds a reader to what any input from strangers may take.</summary>
public static class BoundedReading
{
    /// <summary>What a reader allocates in all, so that it can never hold more.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    /// <summary>Fails when a read throws or allocates more than is allowed.</summary>
    public static async Task VerifyAsync(Func<Task> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? fault = await Record.ExceptionAsync(read);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(fault);
        Assert.InRange(allocated, 0, MostBytes);
    }
}
