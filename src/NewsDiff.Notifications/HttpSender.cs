using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace NewsDiff.Notifications;

/// <summary>Sends a channel's requests; a transient failure asks for a later retry.</summary>
/// <remarks>Redirects are not followed, and no message names the address: it may hold a secret.</remarks>
[SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler.")]
internal sealed class HttpSender : IDisposable
{
    /// <summary>The maximum length of an answer in bytes; a list of posts has a few hundred thousand.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly SendPatience _patience;
    private readonly HttpClient _client;

    /// <summary>Makes a sender.</summary>
    /// <param name="name">The channel's name, for messages.</param>
    /// <param name="timeout">How long an answer may take.</param>
    /// <param name="patience">How long after its event a notification is retried.</param>
    /// <param name="clock">The clock.</param>
    public HttpSender(string name, TimeSpan timeout, TimeSpan patience, TimeProvider clock)
    {
        (_name, _clock, _patience) = (name, clock, new SendPatience(patience, clock));
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = timeout,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        _client.DefaultRequestHeaders.Add("User-Agent", "NewsDiff");
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer, which is an acceptance or a permanent refusal.</returns>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw _patience.Later(at, null, $"'{_name}' cannot be reached: {exception.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw _patience.Later(at, null, $"'{_name}' did not answer within {_client.Timeout:c}.");
        }

        if (IsTransient(response.StatusCode))
        {
            using (response)
            {
                TimeSpan? wanted = RetryAfter.Of(response, _clock.GetUtcNow());
                throw _patience.Later(at, wanted, Refusal(response.StatusCode, detail: null).Message);
            }
        }

        _patience.Succeed();
        return response;
    }

    /// <summary>Creates the exception for a refusal.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="detail">The service's explanation; null for none.</param>
    public HttpRequestException Refusal(HttpStatusCode status, string? detail)
    {
        string reason = string.Create(CultureInfo.InvariantCulture, $"'{_name}' answered {(int)status}.");
        return new HttpRequestException(detail is null ? reason : $"{reason} {detail}", inner: null, status);
    }

    public void Dispose() => _client.Dispose();

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status is 425 or >= 500;
}
