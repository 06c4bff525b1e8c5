namespace NewsDiff.Fetching;

/// <summary>The right to make one request to a host.</summary>
internal sealed class HostTurn(HostPoliteness politeness, HostLane lane) : IDisposable
{
    private bool _ended;

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
