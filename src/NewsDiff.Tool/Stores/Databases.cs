using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>Opens the database that the settings name.</summary>
internal static class Databases
{
    /// <summary>How long a person will wait for a server to restart.</summary>
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(15);

    /// <summary>Opens a database, and creates a missing SQLite file.</summary>
    internal static async Task<NewsStore> OpenAsync(DatabaseAccess access, CancellationToken stop)
    {
        string location = access.Location;
        if (DatabaseName.IsPostgreSql(location))
        {
            string connection = PostgreSqlAddress.Parse(location).ConnectionString;
            PostgreSqlStoreOptions given = access.ServerOptions;
            PostgreSqlStoreOptions server = given with
            {
                ReadOnly = access.IsReadOnly || given.ReadOnly,
                RetryFor = access.IsPatient || given.RetryFor < Impatience ? given.RetryFor : Impatience,
                Search = access.Search ?? given.Search,
                UpgradeProgress = access.Progress,
            };
            return await OpenServerAsync(connection, server, location, stop).ConfigureAwait(false);
        }

        if (Directory.Exists(location))
        {
            throw new TroubleException($"'{location}' is a folder; name a database file in it with --db.");
        }

        SqliteStoreOptions usual = access.SqliteOptions;
        SqliteStoreOptions options = usual with
        {
            ReadOnly = access.IsReadOnly || usual.ReadOnly,
            Search = access.Search ?? usual.Search,
            UpgradeProgress = access.Progress,
        };
        SqliteVersionStore file = await SqliteVersionStore.OpenAsync(location, options, stop).ConfigureAwait(false);
        return NewsStore.Over(file, file.ReadIdAsync);
    }

    /// <summary>Opens an existing database; a mistyped name must not create an empty file.</summary>
    internal static Task<NewsStore> OpenExistingAsync(DatabaseAccess access, CancellationToken stop)
    {
        if (!DatabaseName.IsPostgreSql(access.Location))
        {
            CheckIsThere(access.Location);
        }

        return OpenAsync(access, stop);
    }

    /// <summary>Checks that a database file exists.</summary>
    /// <exception cref="TroubleException">The file does not exist.</exception>
    internal static void CheckIsThere(string path)
    {
        if (!IsThere(path))
        {
            throw new TroubleException(
                $"there is no database '{path}'; start one with 'newsdiff add FEED-OR-URL', or name another with --db.");
        }
    }

    /// <summary>Names a database for people, without secrets.</summary>
    internal static string Describe(string location) =>
        DatabaseName.IsPostgreSql(location) ? PostgreSqlAddress.Describe(location) : location;

    private static async Task<NewsStore> OpenServerAsync(
        string connection, PostgreSqlStoreOptions options, string location, CancellationToken stop)
    {
        try
        {
            PostgreSqlVersionStore server = await PostgreSqlVersionStore.OpenAsync(connection, options, stop)
                .ConfigureAwait(false);
            return NewsStore.Over(server, server.ReadIdAsync);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // Npgsql checks some options, and the form of the host name, only now.
            throw new TroubleException(
                $"the PostgreSQL database {Describe(location)} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>Whether something exists at a path, or at the target of its links.</summary>
    private static bool IsThere(string path)
    {
        try
        {
            return Path.Exists(new FileInfo(path) is { LinkTarget: not null } link
                ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
                : path);
        }
        catch (IOException)
        {
            // The links form a circle.
            return false;
        }
    }
}
