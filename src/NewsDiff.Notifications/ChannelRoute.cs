using Microsoft.Extensions.Logging;

namespace NewsDiff.Notifications;

/// <summary>How to create a channel, and which events pass to it.</summary>
internal sealed record ChannelRoute(
    string Name, Func<TimeProvider, ILogger, INotificationChannel> Create, NotificationFilter Filter);
