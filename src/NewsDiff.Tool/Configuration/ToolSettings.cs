using Microsoft.Extensions.Configuration;
using NewsDiff.Extraction;
using NewsDiff.Hosting;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Configuration;

/// <summary>The settings in effect for a command, and where each comes from.</summary>
internal sealed class ToolSettings
{
    private const string DefaultDatabase = "newsdiff.db";

    /// <summary>The settings file, as messages name it; null for none.</summary>
    internal required string? File { get; init; }

    /// <summary>The given values, in the order of the keys.</summary>
    internal required IReadOnlyList<ConfigEntry> Entries { get; init; }

    /// <summary>The same values as a configuration, for all that a host reads from one.</summary>
    internal required IConfiguration Configuration { get; init; }

    /// <summary>How a host would run with these settings.</summary>
    internal required NewsDiffHostOptions Host { get; init; }

    /// <summary>The named SQLite file or PostgreSQL database; null for the default file.</summary>
    internal required string? NamedDatabase { get; init; }

    /// <summary>The options for a SQLite file.</summary>
    internal required SqliteStoreOptions SqliteOptions { get; init; }

    /// <summary>The options for a PostgreSQL database.</summary>
    internal required PostgreSqlStoreOptions ServerOptions { get; init; }

    /// <summary>What is wrong with the settings of notifications; null for nothing.</summary>
    /// <remarks>It does not stop the commands that notify nobody.</remarks>
    internal TroubleException? NotificationFault { get; init; }

    /// <summary>The SQLite file or PostgreSQL database.</summary>
    internal string Database => NamedDatabase ?? DefaultDatabase;

    /// <summary>How the web is visited and read.</summary>
    internal WebSettings Web => new(Host.Fetch)
    {
        Tracker = Host.Tracker with { MaxConcurrency = Host.MaxConcurrency, NamedFeeds = [.. Host.Feeds] },
        Extractor = Host.Rules.All.IsEmpty
            ? null
            : new HtmlArticleExtractor(new ExtractionOptions { Rules = Host.Rules }),
    };

    /// <summary>Whether people are to be notified of changes.</summary>
    internal bool HasNotifications => Entries.Any(
        static entry => entry.Key.StartsWith(ConfigKeys.Notifications + ":", StringComparison.OrdinalIgnoreCase));
}
