namespace NewsDiff.Tracking;

/// <summary>The visits that one claim handed out.</summary>
/// <param name="beginBefore">When none of them is begun any more: a visit that begins late in its lease may outlive it.</param>
/// <param name="count">How many there were.</param>
internal sealed class ClaimedBatch(DateTimeOffset beginBefore, int count)
{
    private int _left = count;

    /// <summary>When none of them is begun any more.</summary>
    public DateTimeOffset BeginBefore { get; } = beginBefore;

    /// <summary>Whether all were given back: leases are too short for any to begin.</summary>
    public bool IsAllGivenBack => _left == 0;

    /// <summary>Notes that one was given back.</summary>
    public void GiveBack() => _left--;
}
