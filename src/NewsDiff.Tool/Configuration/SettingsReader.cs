using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsDiff.Hosting;
using NewsDiff.Notifications;
using NewsDiff.PostgreSql;
using NewsDiff.Settings;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Configuration;

/// <summary>Reads settings as a host does, so that one file serves both.</summary>
internal sealed class SettingsReader
{
    private readonly ConfigLayers _layers = new();
    private readonly KnownKeys _known = new();
    private readonly List<string> _faults = [];
    private string? _file;

    /// <summary>Reads the named or nearest file, then the environment, then the options.</summary>
    /// <exception cref="TroubleException">A setting is unknown, or its value is unusable.</exception>
    internal static ToolSettings Read(ToolHost host, string? file, IReadOnlyCollection<ConfigEntry> options)
    {
        var reader = new SettingsReader();
        if (file is not null && !File.Exists(file))
        {
            throw new TroubleException($"there is no settings file '{file}'.");
        }

        if ((file ?? ConfigFile.Find(host.Folder)) is { } found)
        {
            reader._file = Shorten(found, host.Folder);
            reader._layers.Add(ConfigFile.Read(found, reader._file));
        }

        reader._layers.Add(ConfigVariables.Read(host.Variables));
        reader._layers.AddOptions(options);
        return reader.Bind();
    }

    private ToolSettings Bind()
    {
        IReadOnlyList<ConfigEntry> given = _layers.Entries;
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            given.Select(static entry => KeyValuePair.Create(entry.Key, (string?)entry.Value))).Build();
        var observed = new ObservedConfiguration(configuration, _known);
        using ServiceProvider services = ServicesFor(observed);
        NewsDiffHostOptions host = Try<NewsDiffHostOptions>(services, _faults);
        (string? database, SqliteStoreOptions file, PostgreSqlStoreOptions server) = ReadStore(observed);
        List<string> silent = [];
        Try<NotificationOptions>(services, silent);
        return _faults.Count > 0
            ? throw Explain([.. _faults, .. silent], given)
            : new ToolSettings
            {
                File = _file,
                Entries = [.. given.Select(entry => entry with { Key = _known.Spell(entry.Key) })],
                Configuration = configuration,
                Host = host,
                NamedDatabase = database,
                SqliteOptions = file,
                ServerOptions = server,
                NotificationFault = silent.Count > 0 ? Explain(silent, given) : null,
            };
    }

    /// <summary>The services of a host with both packages; nothing is started.</summary>
    private static ServiceProvider ServicesFor(ObservedConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddNewsDiff();
        services.AddNewsDiffNotifications();

        // In this way a store tells the host that it reads the section.
        services.AddKeyedSingleton(ConfigKeys.StoreSection, configuration.GetSection(ConfigKeys.StoreSection));
        return services.BuildServiceProvider();
    }

    private static T Try<T>(ServiceProvider services, List<string> faults)
        where T : class, new()
    {
        try
        {
            return services.GetRequiredService<IOptions<T>>().Value;
        }
        catch (OptionsValidationException fault)
        {
            faults.AddRange(fault.Failures);
            return new T();
        }
    }

    private (string? Database, SqliteStoreOptions File, PostgreSqlStoreOptions Server) ReadStore(
        ObservedConfiguration configuration)
    {
        var section = new SettingsSection(configuration.GetSection(ConfigKeys.StoreSection), _faults);
        string? database = null;
        SqliteStoreOptions file = new();
        PostgreSqlStoreOptions server = new();
        if (section.Has("ConnectionString"))
        {
            server = PostgreSqlStoreSettings.Read(section);
            section.Secret("ConnectionString", value => database = value);
        }
        else
        {
            (database, file) = SqliteStoreSettings.Read(section);
        }

        if (section.Has("ConnectionString") && section.Has("Path"))
        {
            section.Skip("Path");
            section.Refuse("Path", "names a file, but ConnectionString names a PostgreSQL database. Remove one.");
        }

        section.End();
        return (string.IsNullOrWhiteSpace(database) ? null : database, file, server);
    }

    /// <summary>Adds to each fault the source of the value.</summary>
    private static TroubleException Explain(IEnumerable<string> faults, IReadOnlyList<ConfigEntry> given)
    {
        string[] sentences =
        [
            .. from fault in faults.Distinct().Select(WithPlace)
               let entry = given.Where(entry => IsOf(fault, entry.Key)).MaxBy(static entry => entry.Key.Length)
                   ?? FindBelow(KeyOf(fault), given)
                   ?? FindBelow(ParentOf(KeyOf(fault)), given)
               select entry is null ? fault : $"{entry.Origin}: {fault}",
        ];
        return new TroubleException(sentences[0]) { Lines = [.. sentences.Skip(1)] };
    }

    private static string KeyOf(string fault) => fault.Split(' ', 2)[0];

    /// <summary>The section of a missing setting, which others belong to.</summary>
    private static string ParentOf(string key) => key[..(key.LastIndexOf(':') + 1)];

    private static ConfigEntry? FindBelow(string key, IReadOnlyList<ConfigEntry> given) => key.Length == 0
        ? null
        : given.FirstOrDefault(entry => entry.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The fault, with the setting's key first; validators write <c>Property Interval: …</c>.</summary>
    private static string WithPlace(string fault)
    {
        const string Mark = "Property ";
        int end = fault.IndexOf(": ", StringComparison.Ordinal);
        return fault.StartsWith(Mark, StringComparison.Ordinal) && end > 0
            ? $"{ConfigKeys.Section}:{fault[Mark.Length..end]} is unusable: {fault[(end + 2)..]}"
            : fault;
    }

    /// <summary>Whether a fault begins with this key.</summary>
    private static bool IsOf(string fault, string key) =>
        fault.StartsWith(key + " ", StringComparison.OrdinalIgnoreCase);

    private static string Shorten(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }
}
