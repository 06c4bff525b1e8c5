using Microsoft.Extensions.Logging;

namespace NewsDiff.Orleans;

/// <summary>The log messages of the grains: event ids 700 to 799.</summary>
internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Error, "The due sites could not be read; the planner tries again as planned.")]
    public static partial void LookFailed(this ILogger logger, Exception exception);

    [LoggerMessage(701, LogLevel.Error, "The visits to {Site} were interrupted; the site is visited again as planned.")]
    public static partial void SiteFailed(this ILogger logger, string site, Exception exception);

    [LoggerMessage(
        702, LogLevel.Error, "The store has not answered within {Limit}. Other silos visit the sites until it does.")]
    public static partial void StoreIsLost(this ILogger logger, TimeSpan limit, Exception exception);

    [LoggerMessage(703, LogLevel.Information, "The store answers again.")]
    public static partial void StoreAnswers(this ILogger logger);

    [LoggerMessage(704, LogLevel.Warning, "The planner's reminder could not be set; this is tried again.")]
    public static partial void ReminderFailed(this ILogger logger, Exception exception);
}
