using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting;

/// <summary>The log messages of the background tracker: event ids 500 to 599.</summary>
internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "A pass of the tracker failed; the next one starts as planned.")]
    public static partial void PassFailed(this ILogger logger, Exception exception);

    [LoggerMessage(501, LogLevel.Error, "{Handler} failed to handle version {Number} of article {ArticleId}.")]
    public static partial void HandlerFailed(
        this ILogger logger,
        Type handler,
        int number,
        string articleId,
        Exception exception);

    [LoggerMessage(504, LogLevel.Error,
        "{Handler} did not handle version {Number} of article {ArticleId} within {Timeout}; "
        + "it is skipped for the rest of this pass.")]
    public static partial void HandlerTookTooLong(
        this ILogger logger,
        Type handler,
        int number,
        string articleId,
        TimeSpan timeout);

    [LoggerMessage(505, LogLevel.Error,
        "The change handlers could not be created; the changes of this pass are stored but not handed over.")]
    public static partial void HandlersNotMade(this ILogger logger, Exception exception);

    [LoggerMessage(506, LogLevel.Error, "The configured feed {Url} could not be followed; the next pass tries again.")]
    public static partial void FeedNotFollowed(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(
        502, LogLevel.Warning, "No store is registered: versions are kept in memory and lost when the host stops.")]
    public static partial void KeptInMemory(this ILogger logger);

    [LoggerMessage(503, LogLevel.Debug, "Checked {Url}: {Kind}. {Reason}")]
    public static partial void Checked(this ILogger logger, Uri url, CheckKind kind, string? reason);
}
