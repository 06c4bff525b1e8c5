using NewsDiff.Diagnostics;

namespace NewsDiff.Fetching;

/// <summary>Makes single requests, each when its turn at the host has come.</summary>
internal sealed class HostExchange(HttpExchange exchange, HttpFetchOptions options, HostPoliteness politeness)
{
    /// <summary>Makes a request when the host may be asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="gap">The least time since the host was last asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The result and the waiting time; no request is made during a hold.</returns>
    public async Task<(PoliteResponse Response, TimeSpan Waited)> AskAsync(
        PoliteRequest request, TimeSpan gap, CancellationToken cancellationToken)
    {
        using HostTurn turn = await politeness.TakeTurnAsync(request.Url, gap, cancellationToken).ConfigureAwait(false);
        FetchRecording.Waited(request.Url, turn.Waited);
        if (turn.HeldFor is { } rest)
        {
            turn.GiveUp();
            string reason = $"{request.Url.Host} asked to be left alone for a while, and was not asked.";
            return (PoliteResponse.Ended(FetchStatus.Throttled, request.Url, reason) with
            {
                RetryAfter = rest,
            }, turn.Waited);
        }

        PoliteResponse response = await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == FetchStatus.Throttled)
        {
            turn.Hold(response.RetryAfter, options);
        }
        else if (response.HttpStatusCode is < 500)
        {
            turn.ForgetHolds();
        }

        return (response, turn.Waited);
    }
}
