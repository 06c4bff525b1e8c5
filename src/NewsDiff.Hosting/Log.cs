using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting;

/// <summary>The log messages of the background tracker: event ids 500 to 599.</summary>
internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "A pass of the tracker failed; the next one starts as planned.")]
    public static partial void PassFailed(this ILogger logger, Exception exception);

    [LoggerMessage(501, LogLevel.Error, "{Handler} failed to handle {What}; it is tried again later.")]
    public static partial void HandlerFailed(this ILogger logger, Type handler, string what, Exception exception);

    [LoggerMessage(504, LogLevel.Error, "{Handler} did not handle {What} within {Timeout}; it is tried again later.")]
    public static partial void HandlerTookTooLong(this ILogger logger, Type handler, string what, TimeSpan timeout);

    [LoggerMessage(513, LogLevel.Information, "{Handler} postponed {What} until {RetryAt:u}. {Reason}")]
    public static partial void HandlerPostponed(
        this ILogger logger, Type handler, string what, DateTimeOffset retryAt, string reason);

    [LoggerMessage(514, LogLevel.Error, "{Handler} failed to say whether it wants {What}; it is delivered.")]
    public static partial void HandlerUndecided(this ILogger logger, Type handler, string what, Exception exception);

    [LoggerMessage(505, LogLevel.Error,
        "The change handlers could not be created; events wait until they can be.")]
    public static partial void HandlersNotMade(this ILogger logger, Exception exception);

    [LoggerMessage(507, LogLevel.Error,
        "The handler '{Handler}' failed to handle {What} {Attempts} times; it is put aside. The last reason: {Reason}")]
    public static partial void EventPutAside(
        this ILogger logger,
        string handler,
        string what,
        int attempts,
        string? reason);

    [LoggerMessage(508, LogLevel.Error, "The events for the handler '{Handler}' could not be read or saved.")]
    public static partial void DeliveryFailed(this ILogger logger, string handler, Exception exception);

    [LoggerMessage(
        509, LogLevel.Warning,
        "The store keeps no events: events that are not handled when the process ends are lost.")]
    public static partial void EventsKeptInMemory(this ILogger logger);

    [LoggerMessage(506, LogLevel.Error, "The configured feed {Url} could not be followed; the next pass tries again.")]
    public static partial void FeedNotFollowed(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(
        502, LogLevel.Warning, "No store is registered: versions are kept in memory and lost when the host stops.")]
    public static partial void KeptInMemory(this ILogger logger);

    [LoggerMessage(
        510, LogLevel.Information,
        "A pass of {Seconds:0.0} s. Visits: {Visits}, new articles: {New}, changed: {Changed}, failed: {Failed}.")]
    public static partial void PassEnded(
        this ILogger logger, double seconds, int visits, int @new, int changed, int failed);

    [LoggerMessage(516, LogLevel.Information,
        "The requests of the day to {Sites} sites are used up; what is due there is visited from {Next:u} on.")]
    public static partial void SitesOverBudget(this ILogger logger, int sites, DateTimeOffset? next);

    [LoggerMessage(511, LogLevel.Warning, "The feed {Url} cannot be read; the next attempt is at {Next}. {Reason}")]
    public static partial void FeedFails(this ILogger logger, Uri url, string? reason, DateTimeOffset? next);

    [LoggerMessage(515, LogLevel.Warning, "The due visits could not be counted for the metrics.")]
    public static partial void BacklogNotMeasured(this ILogger logger, Exception exception);

    [LoggerMessage(512, LogLevel.Information, "The feed {Url} can be read again.")]
    public static partial void FeedRecovered(this ILogger logger, Uri url);

    [LoggerMessage(503, LogLevel.Debug, "Checked {Url}: {Kind}. {Reason}")]
    public static partial void Checked(this ILogger logger, Uri url, CheckKind kind, string? reason);
}
