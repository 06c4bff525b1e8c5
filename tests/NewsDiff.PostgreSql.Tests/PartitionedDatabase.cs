using NewsDiff.TestSupport;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Databases whose versions are divided into 16 partitions, as docs/care.md explains.</summary>
internal static class PartitionedDatabase
{
    private static readonly string Script = File.ReadAllText(
        Path.Combine(SourceTree.Root, "docs", "postgresql-partitions.sql"));

    /// <summary>Makes one, and opens it.</summary>
    public static async Task<PostgreSqlVersionStore> OpenAsync(
        PostgreSqlCluster cluster, PostgreSqlStoreOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string database = await cluster.CreateDatabaseAsync();
        await (await PostgreSqlVersionStore.OpenAsync(database, options, cancellationToken)).DisposeAsync();
        await DivideAsync(cluster, database);
        return await PostgreSqlVersionStore.OpenAsync(database, options, cancellationToken);
    }

    /// <summary>Runs the script.</summary>
    public static Task DivideAsync(PostgreSqlCluster cluster, string database) =>
        cluster.ExecuteAsync(Script, new NpgsqlConnectionStringBuilder(database).Database!);
}
