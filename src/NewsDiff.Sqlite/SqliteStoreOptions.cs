namespace NewsDiff.Sqlite;

/// <summary>The options of a SQLite file.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>
    /// The events that an acknowledged write survives. The default is <see cref="SqliteDurability.Full"/>.
    /// </summary>
    public SqliteDurability Durability { get; init; } = SqliteDurability.Full;

    /// <summary>How long to wait for another process's write. The default is 30 seconds.</summary>
    /// <remarks>It is rounded up to whole seconds, and to 1 second at least.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than a day.</exception>
    public TimeSpan BusyTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"BusyTimeout is {value}, but must be from 00:00:00 to 1.00:00:00.");
    }
    = TimeSpan.FromSeconds(30);

    /// <summary>Whether the file has a search index; null, the default, leaves it as it is.</summary>
    /// <remarks>
    /// True builds an index that is missing, from all versions that the file has; false removes it. Every append
    /// updates it, from any process. It takes more space than the versions, which are compressed.
    /// </remarks>
    public bool? Search { get; init; }

    /// <summary>Whether the file is only read. The default is false.</summary>
    /// <remarks>
    /// The account then needs no write permission to the file or its folder, and each write is a
    /// <see cref="VersionStoreException"/>. A file of an earlier version is refused, and <see cref="Search"/> is
    /// ignored.
    /// </remarks>
    public bool ReadOnly { get; init; }

    /// <summary>Receives the share of an upgrade that is done, from 0 to 1.</summary>
    /// <remarks>
    /// The default is null. It also reports the building of a search index. A file with a million versions takes
    /// minutes.
    /// </remarks>
    public IProgress<double>? UpgradeProgress { get; init; }
}
