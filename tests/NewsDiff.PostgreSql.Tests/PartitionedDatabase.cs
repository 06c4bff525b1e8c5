using NewsDiff.TestSupport;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Databases whose versions are divided into 16 partitions, as docs/care.md explains.</summary>
internal static class PartitionedDatabase
{
    private static readonly string Script = File.ReadAllText(
        Path.Combine(SourceTree.Root, "docs", "postgresql-partitions.sql"));

    /// <summary>Makes one, and opens it.</summary>
    public static Task<PostgreSqlVersionStore> OpenAsync(PostgreSqlCluster cluster) =>
        cluster.OpenStoreAsync(prepare: (database, schema) => DivideAsync(cluster, database, schema));

    /// <summary>Runs the script.</summary>
    public static Task DivideAsync(PostgreSqlCluster cluster, string database, string schema = "newsdiff") =>
        cluster.ExecuteAsync(
            Script.Replace("newsdiff", schema, StringComparison.Ordinal),
            new NpgsqlConnectionStringBuilder(database).Database!);
}
