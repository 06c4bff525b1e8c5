namespace NewsDiff.PostgreSql;

/// <summary>Creates the tables in their schema, and upgrades them.</summary>
/// <remarks>
/// The tables are in <see cref="PostgreSqlSteps"/>.
/// </remarks>
/// <param name="name">The schema's name.</param>
/// <param name="search">Whether there is to be a search index; null leaves it as it is.</param>
/// <param name="progress">Receives the share of an upgrade that is done.</param>
internal sealed class PostgreSqlSchema(string name, bool? search, IProgress<double>? progress)
{
    /// <summary>"NwsD": the lock for changes to the tables.</summary>
    private const long MigrationLock = 0x4E777344;

    /// <summary>The schema version that this library writes.</summary>
    public static int Version => PostgreSqlSteps.All.Length;

    /// <summary>The prefix of each table's name: the quoted schema and a full stop.</summary>
    public string Prefix { get; } = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\".";

    /// <summary>The statement that fails when a later version has upgraded the tables.</summary>
    /// <remarks>A division by zero is the only failure that a plain statement can raise.</remarks>
    public string Check => $"SELECT 1 / (version <= {Version})::integer FROM {Prefix}schema_version";

    /// <summary>Checks that the tables can be read as they are.</summary>
    /// <exception cref="VersionStoreException">They must be upgraded first, or the database has none.</exception>
    public async Task CheckAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        int version = await FindVersionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (version < Version || await new PostgreSqlConversion(connection, name, MigrationLock, progress: null)
            .IsDueAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new VersionStoreException(
                $"The database {connection.Place} has {(version == 0 ? "no tables" : "tables of an earlier version")}. "
                + "Open it once for writing to create them.")
            {
                IsReadOnly = true,
            };
        }

        connection.Search.IsOn = await PostgreSqlSearch.FindBuiltAsync(connection, cancellationToken)
            .ConfigureAwait(false) is not null;
    }

    /// <summary>Applies all missing steps or none, then converts the versions of earlier releases.</summary>
    /// <exception cref="VersionStoreException">The database has a later version.</exception>
    public async Task UpdateAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        // Other processes wait for the lock, however long a step takes.
        PostgreSqlConnection patient = connection.WithoutTimeout();
        if (await FindVersionAsync(patient, cancellationToken).ConfigureAwait(false) < Version)
        {
            await patient.InLockAsync(MigrationLock, ApplyAsync, cancellationToken).ConfigureAwait(false);
        }

        var conversion = new PostgreSqlConversion(patient, name, MigrationLock, progress);
        if (await conversion.IsDueAsync(cancellationToken).ConfigureAwait(false))
        {
            await conversion.RunAsync(cancellationToken).ConfigureAwait(false);
        }

        await PostgreSqlBlocks.FillAsync(connection, cancellationToken).ConfigureAwait(false);
        await new PostgreSqlSearchBuild(patient, progress).RunAsync(search, cancellationToken).ConfigureAwait(false);

        await FollowClusterAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets new events follow the stored ones after a restore to a cluster with fewer transactions.</summary>
    /// <remarks>Events are ordered by the numbers of transactions, which each cluster counts for itself.</remarks>
    private async Task FollowClusterAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        const string Next = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        string last = $"(SELECT coalesce(max(transaction_id), 0) FROM {Prefix}event)";
        bool isBehind = (await connection.QueryAsync(
            $"SELECT {last} >= max(event_base) + {Next} FROM {Prefix}store",
            row => !row.IsDBNull(0) && row.GetBoolean(0),
            [],
            cancellationToken).ConfigureAwait(false))[0];
        if (isBehind)
        {
            await connection.ExecuteAsync(
                $"UPDATE {Prefix}store SET event_base = {last} WHERE {last} >= event_base + {Next}",
                [],
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ApplyAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        // Read again under the lock: another process may have taken the steps meanwhile.
        int version = await FindVersionAsync(connection, cancellationToken).ConfigureAwait(false);
        await CreateAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (string step in PostgreSqlSteps.All.Skip(version))
        {
            string here = step.Replace(PostgreSqlSteps.Written, Prefix, StringComparison.Ordinal);
            await connection.ExecuteAsync(here, [], cancellationToken).ConfigureAwait(false);
        }

        await connection.ExecuteAsync(
            $"UPDATE {Prefix}schema_version SET version = @version", [("@version", Version)], cancellationToken)
            .ConfigureAwait(false);
        return true;
    }

    /// <summary>Creates the schema if it is missing.</summary>
    /// <remarks>An account may only have rights to its tables.</remarks>
    private async Task CreateAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        bool exists = (await connection.QueryAsync(
            "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = @schema)",
            row => row.GetBoolean(0),
            [("@schema", name)],
            cancellationToken).ConfigureAwait(false))[0];
        if (!exists)
        {
            await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Prefix[..^1]}", [], cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Finds the schema version; 0 without tables.</summary>
    /// <exception cref="VersionStoreException">It is one of a later version.</exception>
    public async Task<int> FindVersionAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        // Not to_regclass: it may answer from what the session remembered before it waited for the lock.
        bool exists = (await connection.QueryAsync(
            "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = @schema AND tablename = 'schema_version')",
            row => row.GetBoolean(0),
            [("@schema", name)],
            cancellationToken).ConfigureAwait(false))[0];
        if (!exists)
        {
            return 0;
        }

        int version = (await connection.QueryAsync(
            $"SELECT version FROM {Prefix}schema_version", row => row.GetInt32(0), [], cancellationToken)
            .ConfigureAwait(false))[0];
        if (version < 0)
        {
            throw new VersionStoreException(
                $"The database {connection.Place} is damaged: "
                + $"{name}.schema_version holds {version}. Restore it from a backup.");
        }

        return version <= Version
            ? version
            : throw VersionStoreException.NewerSchema(connection.Place, version, Version);
    }
}
