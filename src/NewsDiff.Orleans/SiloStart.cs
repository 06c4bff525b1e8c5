
namespace NewsDiff.Orleans;

/// <summary>Signals when the silo can activate grains.</summary>
internal sealed class SiloStart : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly TaskCompletionSource _active = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the silo is a member of the cluster.</summary>
    public Task Active => _active.Task;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(SiloStart),
        ServiceLifecycleStage.Active,
        _ =>
        {
            _active.TrySetResult();
            return Task.CompletedTask;
        });
}
