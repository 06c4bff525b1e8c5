namespace NewsDiff.Notifications;

/// <summary>A channel that is yet to be made, and what it tells.</summary>
internal sealed record ChannelRoute(
    string Name, Func<TimeProvider, INotificationChannel> Create, NotificationFilter Filter);
