using NewsDiff.Diagnostics;
using NewsDiff.Fetching.Http;

namespace NewsDiff.Fetching.Sites;

/// <summary>Makes single requests, each when its turn at the site has come.</summary>
internal sealed class SiteExchange(HttpExchange exchange, HttpFetchOptions options, SitePoliteness politeness)
{
    /// <summary>Makes a request when the site may be asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="gap">The minimum time since the site was last asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The response, and how long it waited; a site on hold is not asked.</returns>
    public async Task<(PoliteResponse Response, TimeSpan Waited)> AskAsync(
        PoliteRequest request, TimeSpan gap, CancellationToken cancellationToken)
    {
        LaneTurn turn = await politeness.TakeTurnAsync(
            request.Url, gap, options.Budget, cancellationToken).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            FetchRecording.Waited(turn.Waited);
            if (Refuse(request.Url, turn) is { } refusal)
            {
                await turn.GiveUpAsync().ConfigureAwait(false);
                return (refusal, turn.Waited);
            }

            PoliteResponse response = await SendAsync(request, turn.Over, cancellationToken).ConfigureAwait(false);
            if (response.Status == FetchStatus.OnHold)
            {
                turn.Hold(response.RetryAfter, options);
                FetchRecording.Held(response.HttpStatusCode);
            }
            else if (response.HttpStatusCode is < 500)
            {
                turn.ForgetHolds();
            }

            return (response, turn.Waited);
        }
    }

    /// <summary>The end of a request to a site on hold or over its budget; null if the site may be asked.</summary>
    private static PoliteResponse? Refuse(Uri url, LaneTurn turn)
    {
        if (turn.HeldFor is { } rest)
        {
            string reason = $"{url.Host} is on hold because it asked for a pause; no request was sent.";
            return PoliteResponse.Ended(FetchStatus.OnHold, url, reason) with { RetryAfter = rest };
        }

        if (turn.SpentFor is { } untilTomorrow)
        {
            FetchRecording.OverBudget();
            string reason = $"The requests to {url.Host} for today are used up; none was sent.";
            return PoliteResponse.Ended(FetchStatus.OverBudget, url, reason) with { RetryAfter = untilTomorrow };
        }

        return null;
    }

    /// <summary>Makes a request, and gives it up when its turn is over.</summary>
    private async Task<PoliteResponse> SendAsync(
        PoliteRequest request, CancellationToken over, CancellationToken cancellationToken)
    {
        if (!over.CanBeCanceled)
        {
            return await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await exchange.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            string reason = $"The request to {request.Url.Host} was given up: its turn could not be renewed.";
            return PoliteResponse.Ended(FetchStatus.Failed, request.Url, reason);
        }
    }
}
