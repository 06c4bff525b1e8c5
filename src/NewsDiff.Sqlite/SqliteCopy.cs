using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDiff.Sqlite;

/// <summary>Makes a checked copy of a database under another path, or leaves that path as it is.</summary>
/// <param name="target">The absolute path of the copy.</param>
/// <param name="overwrites">Whether a file that is there may be replaced.</param>
/// <param name="progress">Receives the share that is done, from 0 to 1; or null.</param>
internal sealed class SqliteCopy(string target, bool overwrites, IProgress<double>? progress)
{
    /// <summary>Pages between two reports: 16 MB of 4 KB pages.</summary>
    private const int PagesAtOnce = 4096;

    private const int MostFaults = 5;
    private const int Ok = 0;
    private const int Done = 101;

    /// <summary>The share of the work that is copying; the rest verifies the copy.</summary>
    private const double Copying = 0.4;

    // A random name, which differs from that of a file left by a killed process.
    private readonly string _partial = $"{target}.{Path.GetRandomFileName()}.partial";

    /// <summary>Copies a database, while others may write to it.</summary>
    /// <param name="copyAsync">Calls the action with a connection to the source.</param>
    /// <param name="finish">Changes the copy before it is put in its place; or null.</param>
    /// <param name="cancellationToken">Stops the copying.</param>
    /// <exception cref="IOException">A file is there that may not be replaced.</exception>
    /// <exception cref="VersionStoreException">The copy is damaged, or the file in its place is in use.</exception>
    public async Task RunAsync(
        Func<Action<SqliteConnection>, Task> copyAsync, Action<SqliteConnection>? finish,
        CancellationToken cancellationToken)
    {
        SqliteTarget.CheckFree(target, overwrites);
        try
        {
            await copyAsync(source => Copy(source, cancellationToken)).ConfigureAwait(false);
            await VerifyAsync(finish, cancellationToken).ConfigureAwait(false);
            Flush();
            SqliteTarget.Replace(target, _partial, overwrites);
            progress?.Report(1);
        }
        finally
        {
            SqliteTarget.Delete(_partial);
        }
    }

    private void Copy(SqliteConnection source, CancellationToken cancellationToken)
    {
        SqliteFile.CreateIfMissing(_partial);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _partial,
            Pooling = false,
        }.ConnectionString);
        copy.Open();

        // In one transaction the source stays as it is now: without it, each write of another process would restart the
        // copy.
        using SqliteTransaction transaction = source.BeginTransaction(deferred: true);
        source.Query("SELECT count(*) FROM sqlite_schema", row => row.GetInt64(0));
        using sqlite3_backup backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main");
        if (backup.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(copy.Handle), copy.Handle);
        }

        int state;
        while ((state = raw.sqlite3_backup_step(backup, PagesAtOnce)) == Ok)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double left = raw.sqlite3_backup_remaining(backup);
            progress?.Report(Copying * (1 - (left / Math.Max(1, raw.sqlite3_backup_pagecount(backup)))));
        }

        if (state != Done)
        {
            SqliteException.ThrowExceptionForRC(state, copy.Handle);
        }
    }

    /// <summary>Opens the copy, which upgrades one of an earlier version, and verifies it.</summary>
    private async Task VerifyAsync(Action<SqliteConnection>? finish, CancellationToken cancellationToken)
    {
        var store = new SqliteVersionStore(_partial, options: null);
        await using (store.ConfigureAwait(false))
        {
            List<string> faults = await store.VerifyAsync(new SecondPart(progress), cancellationToken)
                .Take(MostFaults).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (faults.Count > 0)
            {
                throw new VersionStoreException(
                    $"The copy is damaged and is not kept, and '{target}' is as it was: {string.Join(' ', faults)}");
            }

            if (finish is not null)
            {
                await store.FinishCopyAsync(finish, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until the disk has the copy: only then may it replace another file.</summary>
    private void Flush()
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(
            _partial, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private sealed class SecondPart(IProgress<double>? progress) : IProgress<double>
    {
        // Completion is reported only when the copy is in its place.
        public void Report(double value) => progress?.Report(Math.Min(0.99, Copying + ((1 - Copying) * value)));
    }
}
