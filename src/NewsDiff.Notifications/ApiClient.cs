using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsDiff.Text;

namespace NewsDiff.Notifications;

/// <summary>Calls a service's JSON interface.</summary>
/// <param name="name">The channel's name, for messages.</param>
/// <param name="server">The service's address.</param>
/// <param name="patience">How long after its event a notification is retried.</param>
/// <param name="clock">The clock.</param>
internal sealed class ApiClient(string name, Uri server, TimeSpan patience, TimeProvider clock) : IDisposable
{
    private readonly HttpSender _sender = new(name, TimeSpan.FromSeconds(30), patience, clock);

    /// <summary>The scheme of the token. The default is <c>Bearer</c>.</summary>
    public string Scheme { get; init; } = "Bearer";

    /// <summary>The token that is sent with each call; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>Calls the service.</summary>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="key">The key by which the service recognises a repeated call; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The status and the answer; transient failures are thrown.</returns>
    public Task<ApiAnswer> CallAsync(
        DateTimeOffset at, HttpMethod method, string path, JsonObject? body, string? key,
        CancellationToken cancellationToken) => SendAsync(
            at, method, path,
            body is null ? null : new StringContent(body.ToJsonString(), null, "application/json"),
            key, cancellationToken);

    /// <summary>Sends anything to the service.</summary>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="key">The key by which the service recognises a repeated call; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The status and the answer; transient failures are thrown.</returns>
    public async Task<ApiAnswer> SendAsync(
        DateTimeOffset at, HttpMethod method, string path, HttpContent? content, string? key,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path));
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue(Scheme, Token);
        request.Content = content;
        request.Headers.Accept.ParseAdd("application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using HttpResponseMessage response = await _sender.SendAsync(request, at, cancellationToken)
            .ConfigureAwait(false);
        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new ApiAnswer(response.StatusCode, Parse(text));
    }

    /// <summary>Creates the exception for a permanent refusal.</summary>
    public HttpRequestException Refused(ApiAnswer answer) => _sender.Refusal(
        answer.Status,
        (answer.Json as JsonObject)?["message"]?.ToString() ?? (answer.Json as JsonObject)?["error"]?.ToString());

    public void Dispose() => _sender.Dispose();

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(JsonEscapes.Mend(Encoding.UTF8.GetBytes(text)).Span);
        }
        catch (JsonException)
        {
            // An error page of a proxy, for example: the status says enough.
            return null;
        }
    }
}
