using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using NewsDiff.Tool.Stores;
using Npgsql;

namespace NewsDiff.Tool;

/// <summary>Explains an exception in one sentence for the user.</summary>
internal static class Fault
{
    private const int UnixBadDescriptor = 9;
    private const int UnixNoSpace = 28;
    private const int UnixQuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Describes an expected fault.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="database">The value of <c>--db</c>, or null.</param>
    /// <returns>The sentence; null for an unexpected fault.</returns>
    internal static string? Describe(Exception exception, string? database) => exception switch
    {
        TroubleException or VersionStoreException => exception.Message,
        SqliteException sqlite => DatabaseFault.Describe(sqlite, database ?? "the demo's database"),
        NpgsqlException =>
            $"the PostgreSQL database {Databases.Describe(database ?? "")} cannot be used: {exception.Message}",
        IOException when IsDiskFull(exception) =>
            "the disk is full; nothing more can be written. Make room and try again.",
        UnauthorizedAccessException { InnerException: IOException { HResult: UnixBadDescriptor } } =>
            "the result cannot be written: stdout is closed.",
        IOException { InnerException: AddressInUseException } => "the port is in use; choose another with --port.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "the port may not be used; choose one above 1023 with --port.",
        UnauthorizedAccessException or IOException => exception.Message,
        _ when FindMissingSqlite(exception) is not null =>
            $"the tool has no SQLite for {RuntimeInformation.RuntimeIdentifier}. Name a PostgreSQL database with --db, "
                + "or build the tool from source on this machine.",
        _ => null,
    };

    /// <summary>Describes an unexpected exception in one line, without its stack trace.</summary>
    internal static string Name(Exception exception) =>
        $"unexpected {exception.GetType().Name}: {exception.Message.Split('\n', 2)[0].TrimEnd()}";

    private static DllNotFoundException? FindMissingSqlite(Exception? exception) => exception switch
    {
        null => null,
        DllNotFoundException missing when missing.Message.Contains("e_sqlite3", StringComparison.Ordinal) => missing,
        _ => FindMissingSqlite(exception.InnerException),
    };

    private static bool IsDiskFull(Exception exception) =>
        exception.HResult is UnixNoSpace or UnixQuotaExceeded or WindowsDiskFull;
}
