using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Extraction;
using NewsDiff.Settings;

namespace NewsDiff.Hosting;

/// <summary>Reads the settings of one tracker from the host's configuration.</summary>
internal static class HostSettings
{
    /// <summary>The section with a subsection for each named tracker.</summary>
    private const string Trackers = "Trackers";

    /// <summary>The place of a tracker's settings.</summary>
    public static string PathOf(string? name) => name is null
        ? NewsDiffHostOptions.SectionName
        : ConfigurationPath.Combine(NewsDiffHostOptions.SectionName, Trackers, name);

    /// <summary>Applies the configuration; unusable values become faults of the options.</summary>
    public static void Apply(IServiceProvider provider, string? name, NewsDiffHostOptions options)
    {
        if (provider.GetService<IConfiguration>() is not { } configuration)
        {
            return;
        }

        string?[] names = [.. provider.GetServices<TrackerName>().Select(static tracker => tracker.Value)];
        CheckNames(configuration, names, options);
        var section = new SettingsSection(configuration.GetSection(PathOf(name)), options.Faults);
        if (name is null)
        {
            section.Skip(Trackers);
        }

        Read(section, options);
        CheckRead(
            provider, section, "Store",
            "is not read by any store. Call AddConfiguredSqliteVersionStore or "
            + "AddConfiguredPostgreSqlVersionStore, or remove it.");
        CheckRead(
            provider, section, "Notifications",
            "is not read. Call AddNewsDiffNotifications of the package NewsDiff.Notifications, or remove it.");
        section.End();
    }

    private static void Read(SettingsSection section, NewsDiffHostOptions options)
    {
        section.Section("Fetch", inner => options.Fetch = FetchSettings.Read(inner, options.Fetch));
        section.Section("Tracker", inner => options.Tracker = TrackerSettings.Read(inner, options.Tracker));
        section.Texts("Feeds", urls => ReadFeeds(section, urls, options));
        section.Text("Rules", path => ReadRules(section, path, options));
        section.Duration("Interval", value => options.Interval = value);
        section.Number("MaxConcurrency", value => options.MaxConcurrency = value);
        section.Text("Contact", value => options.Contact = value);
        section.Number("UnhealthyAfter", value => options.UnhealthyAfter = value);
        section.Duration("HandlerTimeout", value => options.HandlerTimeout = value);
        RefuseTwice(section, "Contact", "Fetch");
        RefuseTwice(section, "MaxConcurrency", "Tracker");
    }

    /// <summary>Reads the feeds; the validator checks these addresses and those that code adds.</summary>
    private static void ReadFeeds(SettingsSection section, IReadOnlyList<string> urls, NewsDiffHostOptions options)
    {
        foreach (string text in urls)
        {
            if (text.Length > 0 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? url))
            {
                options.Feeds.Add(url);
            }
            else
            {
                section.Refuse("Feeds", "has an entry that is not an absolute http or https address.");
            }
        }
    }

    private static void ReadRules(SettingsSection section, string path, NewsDiffHostOptions options)
    {
        try
        {
            options.Rules = SiteRules.Parse(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SiteRulesException)
        {
            section.Refuse("Rules", $"names a file that cannot be used, '{path}': {fault.Message}");
        }
    }

    private static void RefuseTwice(SettingsSection section, string key, string inner)
    {
        string nested = ConfigurationPath.Combine(inner, key);
        if (section.Has(key) && section.Has(nested))
        {
            section.Refuse(key, $"is set twice: {section.Path}:{nested} sets it too. Remove one.");
        }
    }

    /// <summary>Refuses settings of trackers that are not registered.</summary>
    private static void CheckNames(IConfiguration configuration, string?[] names, NewsDiffHostOptions options)
    {
        IConfigurationSection root = configuration.GetSection(NewsDiffHostOptions.SectionName);
        options.Faults.AddRange(
            from child in root.GetSection(Trackers).GetChildren()
            where !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
            select $"{child.Path} belongs to no tracker: call AddNewsDiff(\"{child.Key}\") or remove the section.");
        if (!names.Contains(null))
        {
            options.Faults.AddRange(
                from child in root.GetChildren()
                where !child.Key.Equals(Trackers, StringComparison.OrdinalIgnoreCase)
                select $"{child.Path} belongs to the tracker without a name, which is not registered. Settings of a named "
                    + $"tracker are below {root.Path}:{Trackers}.");
        }
    }

    /// <summary>Refuses a section that only another package reads, if that package is not registered.</summary>
    /// <remarks>A package that reads it registers the section under its path.</remarks>
    private static void CheckRead(IServiceProvider provider, SettingsSection section, string key, string reason)
    {
        section.Skip(key);
        string path = ConfigurationPath.Combine(section.Path, key);
        if (section.Has(key)
            && provider.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(
                typeof(IConfigurationSection), path) != true)
        {
            section.Refuse(key, reason);
        }
    }
}
