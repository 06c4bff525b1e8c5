using System.Net.Sockets;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Says what kind of fault an exception of the server, or of the way to it, is.</summary>
internal static class PostgreSqlFaults
{
    /// <summary>Whether another transaction was in the way: the work is made again.</summary>
    public static bool IsLostRace(NpgsqlException fault) => fault is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>Whether a server answered that it starts, ends, or has no connection left.</summary>
    public static bool IsBusy(NpgsqlException fault) => fault is PostgresException { SqlState: var state }
        && (state is PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections
            || state.StartsWith("08", StringComparison.Ordinal));

    /// <summary>Whether there was no answer: the connection was lost or refused.</summary>
    public static bool IsUnreachable(NpgsqlException fault) =>
        fault is not PostgresException && fault.InnerException is IOException or SocketException;

    /// <summary>Whether no connection was to be had in time.</summary>
    /// <remarks>A command that takes too long ends alike; it is not made again.</remarks>
    public static bool IsTimeout(NpgsqlException fault) =>
        fault is not PostgresException && fault.InnerException is TimeoutException;

    /// <summary>Whether the server refuses writes, as after it handed over to another one.</summary>
    public static bool IsReadOnlyServer(NpgsqlException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction };

    /// <summary>Whether the account lacks a right.</summary>
    public static bool IsForbidden(NpgsqlException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };

    /// <summary>Whether a later version may have changed the tables under our feet.</summary>
    public static bool MayBeNewerSchema(NpgsqlException fault) => fault is PostgresException
    {
        // The first is what the check of each write raises.
        SqlState: PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.UndefinedTable
            or PostgresErrorCodes.UndefinedColumn,
    };
}
