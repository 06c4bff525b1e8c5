using System.Text;

namespace NewsDiff.PostgreSql;

/// <summary>The options of a PostgreSQL database.</summary>
public sealed record PostgreSqlStoreOptions
{
    /// <summary>The longest name in bytes.</summary>
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
    /// True builds an index that is missing, from all versions that the database has; false removes it. It stays up to
    /// date whoever appends, and takes several times the space of the versions, which are compressed.
    /// </remarks>
    public bool? Search { get; init; }

    /// <summary>Hears how much of an upgrade is done, from 0 to 1.</summary>
    /// <remarks>
    /// The default is null. It hears of a new search index too. A database with a million versions takes minutes.
    /// </remarks>
    public IProgress<double>? UpgradeProgress { get; init; }

    private static bool IsUsable(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && Encoding.UTF8.GetByteCount(name) <= LongestName
        && !name.Contains('\0', StringComparison.Ordinal)
        && !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase);
}
