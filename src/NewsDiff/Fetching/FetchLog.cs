using Microsoft.Extensions.Logging;

namespace NewsDiff.Fetching;

/// <summary>The log messages of the fetchers.</summary>
internal static partial class FetchLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Url}: {Status}. {Reason}")]
    public static partial void Ended(ILogger logger, Uri url, FetchStatus status, string? reason);
}
