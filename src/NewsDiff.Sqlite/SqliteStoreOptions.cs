namespace NewsDiff.Sqlite;

/// <summary>How a SQLite file is used.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>What an acknowledged write survives. The default is <see cref="SqliteDurability.Full"/>.</summary>
    public SqliteDurability Durability { get; init; } = SqliteDurability.Full;

    /// <summary>How long to wait while another process writes, a second at least. The default is 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
