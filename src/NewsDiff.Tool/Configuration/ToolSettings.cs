using Microsoft.Extensions.Configuration;
using NewsDiff.Extraction;
using NewsDiff.Hosting;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Configuration;

/// <summary>The settings that hold for a command, and where each is from.</summary>
internal sealed class ToolSettings
{
    private const string DefaultDatabase = "newsdiff.db";

    /// <summary>The file of settings as messages name it; null for none.</summary>
    internal required string? File { get; init; }

    /// <summary>What was given, in the order of the keys.</summary>
    internal required IReadOnlyList<ConfigEntry> Entries { get; init; }

    /// <summary>The same as a configuration, for whatever a host would read from it.</summary>
    internal required IConfiguration Configuration { get; init; }

    /// <summary>How a host would run with them.</summary>
    internal required NewsDiffHostOptions Host { get; init; }

    /// <summary>The given SQLite file or PostgreSQL database; null for the usual file.</summary>
    internal required string? NamedDatabase { get; init; }

    /// <summary>How a SQLite file is kept.</summary>
    internal required SqliteStoreOptions SqliteOptions { get; init; }

    /// <summary>How a PostgreSQL database is used.</summary>
    internal required PostgreSqlStoreOptions ServerOptions { get; init; }

    /// <summary>The SQLite file or PostgreSQL database.</summary>
    internal string Database => NamedDatabase ?? DefaultDatabase;

    /// <summary>How the web is visited and read.</summary>
    internal WebSettings Web => new(Host.Fetch)
    {
        Tracker = Host.Tracker with { MaxConcurrency = Host.MaxConcurrency },
        Extractor = Host.Rules.All.IsEmpty
            ? null
            : new HtmlArticleExtractor(new ExtractionOptions { Rules = Host.Rules }),
    };

    /// <summary>Whether people are to be told of changes.</summary>
    internal bool HasNotifications => Entries.Any(
        static entry => entry.Key.StartsWith(ConfigKeys.Notifications + ":", StringComparison.OrdinalIgnoreCase));
}
