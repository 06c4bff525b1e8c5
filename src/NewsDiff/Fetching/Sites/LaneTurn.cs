namespace NewsDiff.Fetching.Sites;

/// <summary>The right to make one request to a site.</summary>
/// <param name="politeness">Who gave it.</param>
/// <param name="lane">The site.</param>
/// <param name="lease">The turn that other processes respect, or null.</param>
/// <param name="heldFor">The rest of the site's hold, or null.</param>
/// <param name="spentFor">The rest of the day, if the budget is spent; or null.</param>
/// <param name="waited">How long the wait for the turn took.</param>
internal sealed class LaneTurn(
    SitePoliteness politeness,
    SiteLane lane,
    SiteLease? lease,
    TimeSpan? heldFor,
    TimeSpan? spentFor,
    TimeSpan waited) : IAsyncDisposable
{
    private bool _ended;

    /// <summary>The rest of the site's hold; null when it may be asked.</summary>
    public TimeSpan? HeldFor => heldFor;

    /// <summary>The rest of the day, if the budget is spent; null when the site may be asked.</summary>
    public TimeSpan? SpentFor => spentFor;

    /// <summary>How long the wait for the turn took.</summary>
    public TimeSpan Waited => waited;

    /// <summary>Cancelled when the turn is lost before it was ended: others may then ask the site.</summary>
    public CancellationToken Over => lease?.Over ?? CancellationToken.None;

    /// <summary>Puts the site on hold from now on.</summary>
    /// <param name="time">For how long; null when it did not say.</param>
    /// <param name="options">The length of a hold for which the site stated none.</param>
    public void Hold(TimeSpan? time, HttpFetchOptions options) => politeness.Hold(lane, time, options);

    /// <summary>Remembers that the site answers again.</summary>
    public void ForgetHolds() => lane.Holds = 0;

    /// <summary>Ends the turn without a request: the next turn need not wait longer.</summary>
    public ValueTask GiveUpAsync() => EndAsync(asked: false);

    /// <summary>Ends the turn; the gap to the next request starts now.</summary>
    public ValueTask DisposeAsync() => EndAsync(asked: true);

    private ValueTask EndAsync(bool asked)
    {
        if (_ended)
        {
            return ValueTask.CompletedTask;
        }

        _ended = true;
        return politeness.EndTurnAsync(lane, lease, asked);
    }
}
