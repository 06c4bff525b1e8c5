using Npgsql;

namespace NewsDiff.Orleans.PostgreSql;

/// <summary>Makes the tables through which silos find each other, before the silo reads them.</summary>
internal sealed class ClusterTables(string connectionString) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(ClusterTables), ServiceLifecycleStage.First, CreateAsync);

    /// <summary>Makes missing tables; silos that start at the same time wait for each other.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        using Stream resource = typeof(ClusterTables).Assembly.GetManifestResourceStream("cluster.sql")!;
        using var reader = new StreamReader(resource);
        string script = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var connection = new NpgsqlConnection(connectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = new NpgsqlBatch(connection);
            await using (command.ConfigureAwait(false))
            {
                foreach (string statement in script.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
                {
                    command.BatchCommands.Add(new NpgsqlBatchCommand(statement));
                }

                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
