using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <summary>How many event numbers a restored database skips.</summary>
    /// <remarks>
    /// This is far more than the events between a backup and its restore, so that no new event gets the id of a lost
    /// one, which handlers elsewhere may have seen.
    /// </remarks>
    private const long EventsLeftOut = 1_000_000_000;

    /// <summary>Copies the database to another file, while it is in use.</summary>
    /// <remarks>
    /// The copy has everything that was stored when it began, and is verified. It appears under its name only when it
    /// is complete. Texts that are taken down later stay in it.
    /// </remarks>
    /// <param name="path">The file of the copy.</param>
    /// <param name="overwrite">Whether a file with this name is replaced. The default is false.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1; or null.</param>
    /// <param name="cancellationToken">Stops the work; there is no copy then.</param>
    /// <returns>A task that completes when the copy is there.</returns>
    /// <exception cref="IOException">The file exists, or its folder does not.</exception>
    /// <exception cref="VersionStoreException">The database is damaged, or the file is in use.</exception>
    /// <exception cref="ArgumentException">The path is that of the database.</exception>
    public async Task BackupAsync(
        string path, bool overwrite = false, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string target = Path.GetFullPath(path);
        if (target == _database.Path)
        {
            throw new ArgumentException("A backup needs another file than the database.", nameof(path));
        }

        await new SqliteCopy(target, overwrite, progress).RunAsync(
            copy => _database.IsInMemory
                ? _database.WriterAsync(copy, cancellationToken)
                : CopyFileAsync(_database.Path, _database.Options, copy, cancellationToken),
            finish: null,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a backup in the place of a database.</summary>
    /// <remarks>
    /// It is copied, upgraded if it is of an earlier version, and verified first. No process may have the old file
    /// open. New events get numbers far beyond the last one, so that none has the id of an event that was lost.
    /// </remarks>
    /// <param name="backup">The backup, which stays as it is.</param>
    /// <param name="path">The file of the database.</param>
    /// <param name="overwrite">Whether a file with this name is replaced. The default is false.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1; or null.</param>
    /// <param name="cancellationToken">Stops the work; the former file stays then.</param>
    /// <returns>A task that completes when the database is there.</returns>
    /// <exception cref="IOException">The file exists, or its folder does not.</exception>
    /// <exception cref="VersionStoreException">The backup cannot be used, or the file is in use.</exception>
    /// <exception cref="ArgumentException">Both are one file.</exception>
    public static async Task RestoreAsync(
        string backup, string path, bool overwrite = false, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (string source, string target) = (Path.GetFullPath(backup), Path.GetFullPath(path));
        if (source == target)
        {
            throw new ArgumentException("The backup and the database are one file.", nameof(path));
        }

        await new SqliteCopy(target, overwrite, progress).RunAsync(
            copy => CopyFileAsync(source, new SqliteStoreOptions(), copy, cancellationToken),
            LeaveOutEvents,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a copy that is not in its place yet.</summary>
    internal Task FinishCopyAsync(Action<SqliteConnection> finish, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            connection =>
            {
                finish(connection);
                return true;
            },
            cancellationToken);

    private static void LeaveOutEvents(SqliteConnection connection)
    {
        connection.Execute(
            """
            INSERT INTO sqlite_sequence (name, seq)
            SELECT 'event', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'event')
            """);
        connection.Execute(
            "UPDATE sqlite_sequence SET seq = seq + @left_out WHERE name = 'event'", ("@left_out", EventsLeftOut));
    }

    private static Task CopyFileAsync(
        string source, SqliteStoreOptions options, Action<SqliteConnection> copy,
        CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var opener = new SqliteOpener(source, options);
                using SqliteConnection connection = opener.OpenForCopying();
                copy(connection);
                opener.CheckUnchanged();
            },
            cancellationToken);
}
