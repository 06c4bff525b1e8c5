namespace NewsDiff.Notifications;

/// <summary>How to create a channel, and which events pass to it.</summary>
internal sealed record ChannelRoute(
    string Name, Func<TimeProvider, INotificationChannel> Create, NotificationFilter Filter);
