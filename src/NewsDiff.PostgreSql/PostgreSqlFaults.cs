using System.Net.Sockets;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Classifies the exceptions of the server and of the connection to it.</summary>
internal static class PostgreSqlFaults
{
    private const string IdleInTransaction = "25P03";

    /// <summary>Whether the work conflicted with another transaction, and must be repeated.</summary>
    public static bool IsLostRace(NpgsqlException fault) => fault is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>Whether a server answered that work on this connection is impossible now, but not for long.</summary>
    /// <remarks>It starts, is shutting down, has no free connection, or ended a transaction that stood still.</remarks>
    public static bool IsBusy(NpgsqlException fault) => fault is PostgresException { SqlState: var state }
        && (state is PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections
            or IdleInTransaction
            || state.StartsWith("08", StringComparison.Ordinal));

    /// <summary>Whether there was no answer: the connection was lost or refused.</summary>
    public static bool IsUnreachable(NpgsqlException fault) =>
        fault is not PostgresException && fault.InnerException is IOException or SocketException;

    /// <summary>Whether no connection was available in time.</summary>
    /// <remarks>A command timeout looks the same, but is not retried.</remarks>
    public static bool IsTimeout(NpgsqlException fault) =>
        fault is not PostgresException && fault.InnerException is TimeoutException;

    /// <summary>Whether the server refuses writes, for example after a failover to another one.</summary>
    public static bool IsReadOnlyServer(NpgsqlException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction };

    /// <summary>Whether the account lacks a right.</summary>
    public static bool IsForbidden(NpgsqlException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };

    /// <summary>Whether a later version may have changed the tables while they were in use.</summary>
    public static bool MayBeNewerSchema(NpgsqlException fault) => fault is PostgresException
    {
        // The first code is that of the check before each write.
        SqlState: PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.UndefinedTable
            or PostgresErrorCodes.UndefinedColumn,
    };
}
