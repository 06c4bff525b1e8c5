using Microsoft.Extensions.Logging;

namespace NewsDiff.Orleans;

/// <summary>The log messages of the grains: event ids 700 to 799.</summary>
internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Error, "The due sites could not be read; the planner tries again as planned.")]
    public static partial void LookFailed(this ILogger logger, Exception exception);

    [LoggerMessage(701, LogLevel.Error, "The visits to {Site} were interrupted; the site is visited again as planned.")]
    public static partial void SiteFailed(this ILogger logger, string site, Exception exception);
}
