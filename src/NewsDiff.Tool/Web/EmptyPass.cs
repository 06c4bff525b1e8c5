using NewsDiff.Hosting;

namespace NewsDiff.Tool.Web;

/// <summary>A pass that visits nothing, because a command makes the visits.</summary>
internal sealed class EmptyPass : ITrackerPass
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first pass begins: by then the handlers have their cursors.</summary>
    internal Task Begun => _begun.Task;

    public IAsyncEnumerable<CheckOutcome> RunAsync(CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        return AsyncEnumerable.Empty<CheckOutcome>();
    }
}
