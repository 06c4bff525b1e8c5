using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Sends notifications to an HTTP address, in the form that its service understands.</summary>
/// <remarks>
/// A receiver that is busy or cannot be reached gets the notification again, for <see cref="WebhookOptions.Patience"/>.
/// The header <c>webhook-id</c> is the same each time, so that a receiver can tell what it has already. Redirects are
/// not followed. Instances are safe to share.
/// </remarks>
[SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler.")]
public sealed class WebhookChannel : INotificationChannel, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly SendPatience _patience;

    /// <summary>Makes a channel.</summary>
    /// <param name="options">Where and how to send.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public WebhookChannel(WebhookOptions options, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _patience = new SendPatience(options.Patience, _clock);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = options.Timeout,
        };
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return SendAsync(
            $"{notification.Id}", notification.At, WebhookBody.Write(notification, _options.Shape), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return SendAsync(
            digest.Id, digest.Since.AddHours(1), WebhookBody.Write(digest, _options.Shape), cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    private async Task SendAsync(string id, DateTimeOffset at, byte[] body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = CreateRequest(id, body);
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw _patience.Later(at, null, $"'{Name}' cannot be reached: {exception.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw _patience.Later(at, null, $"'{Name}' did not answer within {_options.Timeout:c}.");
        }

        using (response)
        {
            ThrowUnlessAccepted(response, at);
        }
    }

    private HttpRequestMessage CreateRequest(string id, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = content };
        string timestamp = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("User-Agent", "NewsDiff");
        if (_options.Secret is { } secret)
        {
            request.Headers.Add("webhook-signature", WebhookSignature.Sign(secret, id, timestamp, body));
        }

        return request;
    }

    private void ThrowUnlessAccepted(HttpResponseMessage response, DateTimeOffset at)
    {
        if (response.IsSuccessStatusCode)
        {
            _patience.Succeed();
            return;
        }

        string reason = string.Create(
            CultureInfo.InvariantCulture, $"'{Name}' answered {(int)response.StatusCode} {response.ReasonPhrase}.");
        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode is 425 or >= 500)
        {
            throw _patience.Later(at, RetryAfter.Of(response, _clock.GetUtcNow()), reason);
        }

        throw new HttpRequestException(reason, inner: null, response.StatusCode);
    }
}
