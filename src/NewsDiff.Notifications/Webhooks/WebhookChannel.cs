using System.Globalization;
using System.Net.Http.Headers;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Sends notifications to an HTTP address, in the form that its service understands.</summary>
/// <remarks>
/// While a receiver is busy or unreachable, the notification is retried, for <see cref="WebhookOptions.Patience"/>. The
/// header <c>webhook-id</c> is the same each time, so that a receiver can recognise repeats. Redirects are not
/// followed. Instances are safe to share.
/// </remarks>
public sealed class WebhookChannel : INotificationChannel, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpSender _sender;

    /// <summary>Makes a channel.</summary>
    /// <param name="options">Where and how to send.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public WebhookChannel(WebhookOptions options, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _sender = new HttpSender(options.Name, options.Timeout, options.Patience, _clock);
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
    public void Dispose() => _sender.Dispose();

    private async Task SendAsync(string id, DateTimeOffset at, byte[] body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = CreateRequest(id, body);
        using HttpResponseMessage response = await _sender.SendAsync(request, at, cancellationToken)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw _sender.Refusal(response.StatusCode, response.ReasonPhrase);
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
        if (_options.Secret is { } secret)
        {
            request.Headers.Add("webhook-signature", WebhookSignature.Sign(secret, id, timestamp, body));
        }

        return request;
    }
}
