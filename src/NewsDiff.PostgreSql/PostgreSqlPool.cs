using System.Data.Common;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Creates the connection pool of a store that was given no data source.</summary>
internal static class PostgreSqlPool
{
    /// <summary>The maximum number of connections, unless the connection string sets a number.</summary>
    /// <remarks>
    /// Each call holds one for milliseconds. Npgsql's own maximum, 100, is all that a server has by default: one
    /// process could take every connection. With this number, six processes fit.
    /// </remarks>
    private const int MostConnections = 16;

    private static readonly string[] Names = ["maximumpoolsize", "maxpoolsize"];

    public static NpgsqlDataSource Create(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!given.Keys.Cast<string>().Any(key => Names.Contains(
            key.Replace(" ", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)))
        {
            builder.MaxPoolSize = Math.Max(MostConnections, builder.MinPoolSize);
        }

        return NpgsqlDataSource.Create(builder);
    }
}
