using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace NewsDiff.Notifications.Mail;

/// <summary>Sends notifications by mail, as plain text and as HTML with the marked change.</summary>
/// <remarks>
/// The mails of one article form a thread. A mail that is sent twice has the same <c>Message-ID</c>, so that mail
/// programs drop the copy. A server that is busy or unreachable is retried for <see cref="MailOptions.Patience"/>.
/// </remarks>
public sealed class MailChannel : INotificationChannel
{
    private readonly MailOptions _options;
    private readonly TimeProvider _clock;
    private readonly MailWriter _writer;
    private readonly SendPatience _patience;

    /// <summary>Makes a channel.</summary>
    /// <param name="options">Where and how to send.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public MailChannel(MailOptions options, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _patience = new SendPatience(options.Patience, _clock);
        _writer = new MailWriter(options);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        using MimeMessage mail = _writer.Write(notification, _clock.GetUtcNow());
        await SendAsync(mail, notification.At, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        using MimeMessage mail = _writer.Write(digest, _clock.GetUtcNow());
        await SendAsync(mail, digest.Since.AddHours(1), cancellationToken).ConfigureAwait(false);
    }

    private SecureSocketOptions Security => _options.Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.IfOffered => SecureSocketOptions.StartTlsWhenAvailable,
        _ => _options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
    };

    private async Task SendAsync(MimeMessage mail, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds };
            await client.ConnectAsync(_options.Server, _options.Port, Security, cancellationToken)
                .ConfigureAwait(false);
            if (_options.User is { } user)
            {
                await client.AuthenticateAsync(user, _options.Password ?? "", cancellationToken).ConfigureAwait(false);
            }

            await client.SendAsync(mail, cancellationToken).ConfigureAwait(false);
            _patience.Succeed();
            await QuitAsync(client, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsTransient(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw _patience.Later(at, wanted: null, $"'{Name}' could not send: {exception.Message}");
        }
    }

    /// <summary>Ends the session. The mail is accepted, so a connection that fails now must not repeat it.</summary>
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ProtocolException
            or OperationCanceledException)
        {
            client.Dispose();
        }
    }

    /// <summary>Whether the failure is transient: a 4xx reply, or no connection.</summary>
    private static bool IsTransient(Exception exception) => exception switch
    {
        SmtpCommandException refused => (int)refused.StatusCode < 500,
        SslHandshakeException => false,
        IOException or SocketException or TimeoutException or OperationCanceledException => true,
        ProtocolException => true,
        _ => false,
    };
}
