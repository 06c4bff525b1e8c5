using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>Opens the database that <c>--db</c> names.</summary>
internal static class Databases
{
    /// <summary>Opens a database, and creates a missing SQLite file.</summary>
    /// <param name="location">The database.</param>
    /// <param name="stop">Stops the opening.</param>
    /// <param name="search">Whether it is to have a search index; null leaves it as it is.</param>
    /// <param name="progress">Hears how far an upgrade or the building of the index is.</param>
    internal static async Task<NewsStore> OpenAsync(
        string location, CancellationToken stop, bool? search = null, IProgress<double>? progress = null)
    {
        if (DatabaseName.IsPostgreSql(location))
        {
            string connection = PostgreSqlAddress.Parse(location).ConnectionString;
            var server = new PostgreSqlStoreOptions { Search = search, UpgradeProgress = progress };
            return await OpenServerAsync(connection, server, location, stop).ConfigureAwait(false);
        }

        if (Directory.Exists(location))
        {
            throw new TroubleException($"'{location}' is a folder; name a database file in it with --db.");
        }

        var options = new SqliteStoreOptions { Search = search, UpgradeProgress = progress };
        SqliteVersionStore file = await SqliteVersionStore.OpenAsync(location, options, stop).ConfigureAwait(false);
        return NewsStore.Over(file, file.ReadIdAsync);
    }

    /// <summary>Opens an existing database; a mistyped name must not create an empty file.</summary>
    internal static Task<NewsStore> OpenExistingAsync(
        string location, CancellationToken stop, bool? search = null, IProgress<double>? progress = null) =>
        DatabaseName.IsPostgreSql(location) || IsThere(location)
            ? OpenAsync(location, stop, search, progress)
            : throw new TroubleException(
                $"there is no database '{location}'; start one with 'newsdiff add FEED-OR-URL', or name another with --db.");

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
            // Npgsql judges some options, and the form of the host, only now.
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
            // The links go round in a circle.
            return false;
        }
    }
}
