using Microsoft.Extensions.Logging;

namespace NewsDiff.PostgreSql;

/// <summary>What the store logs.</summary>
internal static partial class PostgreSqlLog
{
    [LoggerMessage(
        500, LogLevel.Warning, "The database cannot be used now ({Reason}). Calls wait for it, each for up to {RetryFor}.")]
    public static partial void ServerIsAway(this ILogger logger, string reason, TimeSpan retryFor, Exception fault);

    [LoggerMessage(501, LogLevel.Warning, "The database can be used again, after {Away}.")]
    public static partial void ServerIsBack(this ILogger logger, TimeSpan away);
}
