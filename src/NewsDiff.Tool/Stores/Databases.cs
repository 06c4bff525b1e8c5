using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>Opens the database that <c>--db</c> names.</summary>
internal static class Databases
{
    /// <summary>Opens a database, and makes a SQLite file that is not there yet.</summary>
    internal static async Task<NewsStore> OpenAsync(string location, CancellationToken stop)
    {
        if (PostgreSqlAddress.IsOne(location))
        {
            string connection = PostgreSqlAddress.Parse(location).ConnectionString;
            return NewsStore.Over(await PostgreSqlVersionStore.OpenAsync(connection, stop).ConfigureAwait(false));
        }

        if (Directory.Exists(location))
        {
            throw new TroubleException($"'{location}' is a folder; name a database file in it with --db.");
        }

        return NewsStore.Over(await SqliteVersionStore.OpenAsync(location, cancellationToken: stop).ConfigureAwait(false));
    }

    /// <summary>Opens a database that must be there: a mistyped name must not leave an empty file behind.</summary>
    internal static Task<NewsStore> OpenExistingAsync(string location, CancellationToken stop) =>
        PostgreSqlAddress.IsOne(location) || Path.Exists(location)
            ? OpenAsync(location, stop)
            : throw new TroubleException(
                $"there is no database '{location}'; start one with 'newsdiff add FEED-OR-URL', or name another with --db.");

    /// <summary>Names a database for people, without secrets.</summary>
    internal static string Describe(string location) =>
        PostgreSqlAddress.IsOne(location) ? PostgreSqlAddress.Describe(location) : location;
}
