namespace NewsDiff.Notifications;

/// <summary>A way to tell people about changes, such as a webhook or mail.</summary>
/// <remarks>
/// A channel that cannot send now but may later throws <see cref="Hosting.HandlerPostponedException"/>; after any other
/// exception the notification is retried, and put aside after 12 attempts in about an hour.
/// </remarks>
public interface INotificationChannel
{
    /// <summary>The channel's name, under which the store remembers what was sent.</summary>
    string Name { get; }

    /// <summary>Sends one notification.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="cancellationToken">Stops the sending.</param>
    /// <returns>A task that completes when it is sent.</returns>
    Task SendAsync(Notification notification, CancellationToken cancellationToken);

    /// <summary>Sends the rest of a site's hour.</summary>
    /// <param name="digest">The notifications beyond the number that are sent singly.</param>
    /// <param name="cancellationToken">Stops the sending.</param>
    /// <returns>A task that completes when it is sent.</returns>
    Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken);
}
