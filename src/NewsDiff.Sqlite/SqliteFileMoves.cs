using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDiff.Sqlite;

/// <summary>Asks SQLite whether the file of a connection is still at its path.</summary>
/// <remarks>
/// The platform cannot distinguish two files of one name, and a file that SQLite has open must not be opened here:
/// closing it would end SQLite's locks. So this calls a function of SQLite that the binding leaves out.
/// </remarks>
internal static class SqliteFileMoves
{
    // SQLITE_FCNTL_HAS_MOVED of sqlite3.h.
    private const int HasMovedOperation = 20;
    private const int Ok = 0;

    private static readonly FileControl? Control = Find();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int FileControl(nint database, nint schema, int operation, ref int result);

    /// <summary>Whether the file was moved, deleted or replaced.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">The file, as SQLite opened it.</param>
    public static bool HasMoved(SqliteConnection connection, string path)
    {
        int hasMoved = 0;
        return Control?.Invoke(connection.Handle!.DangerousGetHandle(), 0, HasMovedOperation, ref hasMoved) == Ok
            ? hasMoved != 0
            : !File.Exists(path);
    }

    // Windows cannot report this, and need not: an open file cannot be moved there.
    private static FileControl? Find() =>
        NativeLibrary.TryLoad(raw.GetNativeLibraryName(), typeof(raw).Assembly, searchPath: null, out nint library)
        && NativeLibrary.TryGetExport(library, "sqlite3_file_control", out nint function)
            ? Marshal.GetDelegateForFunctionPointer<FileControl>(function)
            : null;
}
