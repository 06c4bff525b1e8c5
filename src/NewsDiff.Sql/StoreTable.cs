namespace NewsDiff.Sql;

/// <summary>Reads the database's own id.</summary>
internal static class StoreTable
{
    public static async ValueTask<Guid> ReadIdAsync(ISqlDatabase database, CancellationToken cancellationToken)
    {
        List<string> ids = await database.QueryAsync(
            $"SELECT id FROM {database.Prefix}store", row => row.GetString(0), [], cancellationToken)
                .ConfigureAwait(false);
        return ids is [var id] && Guid.TryParse(id, out Guid read)
            ? read
            : throw new VersionStoreException("The database has lost its id. Restore it from a backup.");
    }
}
