namespace NewsDiff.Tracking.Passes;

/// <summary>The visits of one claim.</summary>
/// <param name="beginBefore">The latest start of its visits: one that starts later may outlive its lease.</param>
/// <param name="count">The number of visits.</param>
internal sealed class ClaimedBatch(DateTimeOffset beginBefore, int count)
{
    private int _left = count;

    /// <summary>The latest start of its visits.</summary>
    public DateTimeOffset BeginBefore { get; } = beginBefore;

    /// <summary>Whether its visits cannot start, because leases are too short.</summary>
    public bool IsUnused => _left == 0;

    /// <summary>Notes that a visit does not start.</summary>
    public void GiveBack() => _left--;
}
