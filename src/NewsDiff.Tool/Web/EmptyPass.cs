using NewsDiff.Hosting;

namespace NewsDiff.Tool.Web;

/// <summary>A pass that visits nothing, because a command does.</summary>
internal sealed class EmptyPass : ITrackerPass
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first pass begins: then the handlers know where they stand.</summary>
    internal Task Begun => _begun.Task;

    public IAsyncEnumerable<CheckOutcome> RunAsync(CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        return AsyncEnumerable.Empty<CheckOutcome>();
    }
}
