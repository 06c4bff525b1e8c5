using System.Text;
using Microsoft.Extensions.Logging;

namespace NewsDiff.PostgreSql;

/// <summary>The options of a PostgreSQL database.</summary>
public sealed record PostgreSqlStoreOptions
{
    /// <summary>The maximum length of a name in bytes.</summary>
    /// <remarks>The server would truncate a longer one, and two names could become one.</remarks>
    private const int LongestName = 63;

    /// <summary>The schema of the tables, created if missing. The default is <c>newsdiff</c>.</summary>
    /// <remarks>Stores in different schemas of a database share nothing. The name is case-sensitive.</remarks>
    /// <exception cref="ArgumentException">
    /// The name is empty, longer than 63 bytes, or reserved by the server.
    /// </exception>
    public string Schema
    {
        get;
        init => field = IsUsable(value)
            ? value
            : throw new ArgumentException(
                $"Schema is '{value}', but must be 1 to {LongestName} bytes without NUL, and must not begin with pg_.",
                nameof(value));
    }
    = "newsdiff";

    /// <summary>Whether the database has a search index; null, the default, leaves it as it is.</summary>
    /// <remarks>
    /// True builds an index that is missing, from all versions that the database has; false removes it. Every append
    /// updates it, from any process. It takes several times the space of the versions, which are compressed.
    /// </remarks>
    public bool? Search { get; init; }

    /// <summary>Whether the database is only read. The default is false.</summary>
    /// <remarks>
    /// The account then needs no more than <c>SELECT</c>, the server may be a standby, and each write is a
    /// <see cref="VersionStoreException"/>. Tables of an earlier version are refused, and <see cref="Search"/> is
    /// ignored.
    /// </remarks>
    public bool ReadOnly { get; init; }

    /// <summary>How long to wait for an unavailable server. The default is 5 minutes.</summary>
    /// <remarks>
    /// Each call retries while the server restarts, has too many connections, cannot be reached, or has become
    /// read-only because another server takes over. Zero disables waiting.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than a day.</exception>
    public TimeSpan RetryFor
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"RetryFor is {value}, but must be from 00:00:00 to 1.00:00:00.");
    }
    = TimeSpan.FromMinutes(5);

    /// <summary>Creates the log of the server's outages.</summary>
    /// <remarks>The default is null: the container's factory is used, if there is one.</remarks>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Receives the share of an upgrade that is done, from 0 to 1.</summary>
    /// <remarks>
    /// The default is null. It also reports the building of a search index. A database with a million versions takes
    /// minutes.
    /// </remarks>
    public IProgress<double>? UpgradeProgress { get; init; }

    private static bool IsUsable(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && Encoding.UTF8.GetByteCount(name) <= LongestName
        && !name.Contains('\0', StringComparison.Ordinal)
        && !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase);
}
