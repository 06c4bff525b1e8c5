using NewsDiff.Settings;

namespace NewsDiff.Sqlite;

/// <summary>The section <c>Store</c> of a SQLite file.</summary>
internal static class SqliteStoreSettings
{
    /// <summary>Reads it; without a path, the path is null.</summary>
    public static (string? Path, SqliteStoreOptions Options) Read(SettingsSection section)
    {
        string? path = null;
        var options = new SqliteStoreOptions();
        section.Text("Path", value => path = value);
        section.Choice<SqliteDurability>("Durability", value => options = options with { Durability = value });
        section.Duration("BusyTimeout", value => options = options with { BusyTimeout = value });
        section.Flag("Search", value => options = options with { Search = value });
        section.Flag("ReadOnly", value => options = options with { ReadOnly = value });
        return (path, options);
    }
}
