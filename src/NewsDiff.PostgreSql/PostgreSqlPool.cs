using System.Data.Common;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Makes the pool of connections of a store that has no data source of its host.</summary>
internal static class PostgreSqlPool
{
    /// <summary>The most connections, where the connection string does not say it.</summary>
    /// <remarks>
    /// Each call holds one for milliseconds. Npgsql's 100 are all that a server has by default: a second process would
    /// find none. Six processes find theirs with this number.
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
