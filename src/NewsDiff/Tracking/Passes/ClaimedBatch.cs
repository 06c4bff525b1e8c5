namespace NewsDiff.Tracking.Passes;

/// <summary>The visits that one claim handed out.</summary>
/// <param name="beginBefore">The latest start of its visits: one that starts late in its lease may outlive it.</param>
/// <param name="count">The number of visits.</param>
internal sealed class ClaimedBatch(DateTimeOffset beginBefore, int count)
{
    private int _left = count;

    /// <summary>The latest start of its visits.</summary>
    public DateTimeOffset BeginBefore { get; } = beginBefore;

    /// <summary>Whether no visit was or will be started, because leases are too short.</summary>
    public bool IsUnused => _left == 0;

    /// <summary>Notes that a visit is not started.</summary>
    public void GiveBack() => _left--;
}
