using Microsoft.Extensions.Logging;

namespace NewsDiff.Fetching;

/// <summary>The log messages of the fetchers.</summary>
internal static partial class FetchLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Url}: {Status}. {Reason}")]
    public static partial void Ended(ILogger logger, Uri url, FetchStatus status, string? reason);

    [LoggerMessage(
        EventId = 2, Level = LogLevel.Warning,
        Message = "The turn at {Site} could not be ended; others wait until its lease ends.")]
    public static partial void TurnNotEnded(ILogger logger, string site, Exception exception);

    [LoggerMessage(
        EventId = 3, Level = LogLevel.Warning,
        Message = "The turn at {Site} could not be renewed; its request is given up when its lease ends.")]
    public static partial void TurnNotRenewed(ILogger logger, string site, Exception exception);
}
