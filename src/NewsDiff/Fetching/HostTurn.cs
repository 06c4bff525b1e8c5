namespace NewsDiff.Fetching;

/// <summary>The right to make one request to a site.</summary>
/// <param name="politeness">Who gave it.</param>
/// <param name="lane">The host.</param>
/// <param name="heldFor">How long the host still asks to be left alone, or null.</param>
/// <param name="waited">How long it took until the turn came.</param>
internal sealed class HostTurn(
    HostPoliteness politeness,
    HostLane lane,
    TimeSpan? heldFor,
    TimeSpan waited) : IDisposable
{
    private bool _ended;

    /// <summary>The rest of a hold; null when the site may be asked.</summary>
    public TimeSpan? HeldFor => heldFor;

    /// <summary>How long it took until the turn came.</summary>
    public TimeSpan Waited => waited;

    /// <summary>Remembers that the host asks to be left alone from now on.</summary>
    /// <param name="time">For how long; null when it did not say.</param>
    /// <param name="options">How long it is left alone when it did not say.</param>
    public void Hold(TimeSpan? time, HttpFetchOptions options) => politeness.Hold(lane, time, options);

    /// <summary>Remembers that the host answers again.</summary>
    public void ForgetHolds() => lane.Holds = 0;

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
