using Microsoft.Extensions.Logging;

namespace NewsDiff.Diagnostics;

/// <summary>What NewsDiff logs while it tracks: event ids 300 to 399.</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Error, "The fetcher threw for {Url}, which it must not; counted as a failed visit.")]
    public static partial void FetcherThrew(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(301, LogLevel.Information, "The visit to {Url} outlived its lease; another tracker has taken over.")]
    public static partial void ClaimLost(this ILogger logger, Uri url);

    [LoggerMessage(303, LogLevel.Debug, "The articles at {Url} and {Other} may be one, but their texts do not agree.")]
    public static partial void StayedApart(this ILogger logger, Uri url, Uri other);

    [LoggerMessage(302, LogLevel.Error, "Tracking failed after nobody listened to its outcomes any more.")]
    public static partial void FailedUnheard(this ILogger logger, Exception exception);
}
