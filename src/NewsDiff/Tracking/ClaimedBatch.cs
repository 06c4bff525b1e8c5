namespace NewsDiff.Tracking;

/// <summary>The visits that one claim handed out.</summary>
/// <param name="beginBefore">When none of them is begun any more: a visit that begins late in its lease may outlive it.</param>
/// <param name="count">How many there were.</param>
internal sealed class ClaimedBatch(DateTimeOffset beginBefore, int count)
{
    private int _left = count;

    /// <summary>When none of them is begun any more.</summary>
    public DateTimeOffset BeginBefore { get; } = beginBefore;

    /// <summary>Whether none was, or will be, begun: leases are too short.</summary>
    public bool IsUnused => _left == 0;

    /// <summary>Notes that one is not begun.</summary>
    public void GiveBack() => _left--;
}
