using Xunit;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Checks that a reader stays within the bounds for untrusted input.</summary>
public static class BoundedReading
{
    /// <summary>The most that a reader may allocate in all; it can never hold more.</summary>
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
