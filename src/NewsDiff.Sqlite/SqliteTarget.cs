using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite;

/// <summary>Replaces a database file, and removes the companion files of the old one.</summary>
internal static class SqliteTarget
{
    private const int Busy = 5;

    /// <summary>The files that may be beside a database. An old log would be read as that of the new file.</summary>
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Checks that nothing is lost when a file is put here.</summary>
    /// <exception cref="IOException">A database is there, or a part of one, or the folder is missing.</exception>
    public static void CheckFree(string path, bool overwrites)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder. Name a file in it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new DirectoryNotFoundException($"There is no folder '{Path.GetDirectoryName(path)}'.");
        }

        if (!overwrites
            && Companions.Prepend("").Select(end => path + end).FirstOrDefault(File.Exists) is { } there)
        {
            throw new IOException(
                $"The file '{there}' exists already. Name another file, move this one away, or allow replacing it.");
        }
    }

    /// <summary>Moves a file to a path.</summary>
    /// <exception cref="VersionStoreException">Another process uses the file that is there.</exception>
    public static void Replace(string path, string by, bool overwrites)
    {
        CheckFree(path, overwrites);
        Retire(path);
        File.Move(by, path, overwrites);
    }

    /// <summary>Deletes a file and its companions, if they exist.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        DeleteCompanions(path);
    }

    private static void DeleteCompanions(string path)
    {
        foreach (string end in Companions)
        {
            File.Delete(path + end);
        }
    }

    /// <summary>Makes sure that no process uses a file, and removes its companions.</summary>
    private static void Retire(string path)
    {
        if (File.Exists(path))
        {
            using var former = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = 1,
            }.ConnectionString);
            try
            {
                former.Open();
                SqliteSafety.Apply(former);

                // Leaving this mode requires exclusive access to the file, and removes the log.
                former.Execute("PRAGMA locking_mode = EXCLUSIVE");
                if (former.Query("PRAGMA journal_mode = DELETE", row => row.GetString(0)) is ["wal"])
                {
                    throw InUse(path, cause: null);
                }
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode == Busy)
            {
                throw InUse(path, fault);
            }
            catch (SqliteException)
            {
                // A file that cannot be read as a database cannot be in use, so it may be replaced.
            }
        }

        DeleteCompanions(path);
    }

    private static VersionStoreException InUse(string path, SqliteException? cause) =>
        new($"The file '{path}' is in use. Stop the process that has it open, and try again.", cause);
}
