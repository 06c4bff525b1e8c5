namespace NewsDiff.Fetching;

/// <summary>The right to make one request to a host.</summary>
/// <param name="politeness">Who gave it.</param>
/// <param name="lane">The host.</param>
/// <param name="heldFor">How long the host still asks to be left alone, or null.</param>
internal sealed class HostTurn(HostPoliteness politeness, HostLane lane, TimeSpan? heldFor) : IDisposable
{
    private bool _ended;

    /// <summary>How long the host still asks to be left alone; null when it may be asked.</summary>
    public TimeSpan? HeldFor => heldFor;

    /// <summary>Remembers that the host asks to be left alone from now on.</summary>
    /// <param name="time">For how long.</param>
    public void Hold(TimeSpan time) => politeness.Hold(lane, time);

    /// <summary>Ends the turn without a request: the next one need not wait longer for it.</summary>
    public void GiveUp() => End(asked: false);

    /// <summary>Ends the turn; the gap to the next request starts now.</summary>
    public void Dispose() => End(asked: true);

    private void End(bool asked)
    {
        if (!_ended)
        {
            _ended = true;
            politeness.EndTurn(lane, asked);
        }
    }
}
