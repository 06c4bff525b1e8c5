using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsDiff.Notifications;

/// <summary>Calls a service's JSON interface, and sorts its refusals into passing and final ones.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler.")]
internal sealed class ApiClient : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly SendPatience _patience;
    private readonly HttpClient _client;

    public ApiClient(string name, Uri server, TimeSpan patience, TimeProvider clock)
    {
        (_name, _clock, _patience) = (name, clock, new SendPatience(patience, clock));
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = server,
            Timeout = Timeout,
        };
        _client.DefaultRequestHeaders.Add("User-Agent", "NewsDiff");
    }

    /// <summary>The token that is sent with each call; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>Calls the service.</summary>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="key">The key by which the service knows a repeated call; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The status and the answer; passing failures are thrown.</returns>
    public async Task<ApiAnswer> CallAsync(
        DateTimeOffset at, HttpMethod method, string path, JsonObject? body, string? key,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), null, "application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken)
                .ConfigureAwait(false);
            ThrowIfPassing(response, at);
            _patience.Succeed();
            string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return new ApiAnswer(response.StatusCode, Parse(text));
        }
        catch (HttpRequestException exception)
        {
            throw _patience.Later(at, null, $"'{_name}' cannot be reached: {exception.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw _patience.Later(at, null, $"'{_name}' did not answer within {Timeout:c}.");
        }
    }

    /// <summary>The failure that a final refusal is.</summary>
    public HttpRequestException Refused(ApiAnswer answer)
    {
        string? detail = answer.Json?["message"]?.ToString() ?? answer.Json?["error"]?.ToString();
        return new HttpRequestException(
            string.Create(CultureInfo.InvariantCulture, $"'{_name}' answered {(int)answer.Status}. {detail}"),
            inner: null,
            answer.Status);
    }

    public void Dispose() => _client.Dispose();

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // An error page of a proxy, for example: the status says enough.
            return null;
        }
    }

    private void ThrowIfPassing(HttpResponseMessage response, DateTimeOffset at)
    {
        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode is 425 or >= 500)
        {
            throw _patience.Later(
                at,
                RetryAfter.Of(response, _clock.GetUtcNow()),
                string.Create(CultureInfo.InvariantCulture, $"'{_name}' answered {(int)response.StatusCode}."));
        }
    }
}
