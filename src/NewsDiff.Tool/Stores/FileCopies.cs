using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>Saves and restores the database that <c>--db</c> names, if it is a file.</summary>
internal static class FileCopies
{
    /// <summary>Saves a database to another file.</summary>
    internal static async Task BackupAsync(
        string database, string copy, bool isForced, IProgress<double> progress, CancellationToken stop)
    {
        if (DatabaseName.IsPostgreSql(database))
        {
            throw new TroubleException(
                $"{Databases.Describe(database)} is a PostgreSQL database: save it with "
                + "'pg_dump --format=custom --schema=newsdiff' instead.");
        }

        Databases.CheckIsThere(database);
        CheckFree(copy, isForced);
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            database, new SqliteStoreOptions { ReadOnly = true }, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            await RunAsync(() => store.BackupAsync(copy, isForced, progress, stop)).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a backup in the place of a database.</summary>
    internal static Task RestoreAsync(
        string backup, string database, bool isForced, IProgress<double> progress, CancellationToken stop)
    {
        if (DatabaseName.IsPostgreSql(database))
        {
            throw new TroubleException(
                $"{Databases.Describe(database)} is a PostgreSQL database: restore it with 'pg_restore' from a file "
                + "that 'pg_dump' saved.");
        }

        CheckFree(database, isForced);
        return RunAsync(() => SqliteVersionStore.RestoreAsync(backup, database, isForced, progress, stop));
    }

    private static async Task RunAsync(Func<Task> copyAsync)
    {
        try
        {
            await copyAsync().ConfigureAwait(false);
        }
        catch (ArgumentException fault)
        {
            throw new TroubleException("the backup and the database must be two files.", fault);
        }
    }

    private static void CheckFree(string path, bool isForced)
    {
        if (!isForced && File.Exists(path))
        {
            throw new TroubleException($"the file '{path}' exists already; name another, or replace it with --force.");
        }
    }
}
