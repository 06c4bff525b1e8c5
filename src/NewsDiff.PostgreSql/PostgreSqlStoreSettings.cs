using NewsDiff.Settings;

namespace NewsDiff.PostgreSql;

/// <summary>The section <c>Store</c> of a PostgreSQL database, without its connection string.</summary>
internal static class PostgreSqlStoreSettings
{
    public static PostgreSqlStoreOptions Read(SettingsSection section)
    {
        var options = new PostgreSqlStoreOptions();
        section.Text("Schema", value => options = options with { Schema = value });
        section.Flag("Search", value => options = options with { Search = value });
        section.Flag("ReadOnly", value => options = options with { ReadOnly = value });
        section.Duration("RetryFor", value => options = options with { RetryFor = value });
        return options;
    }
}
