using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Hosting;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff config</c>: shows the settings in effect, and where each comes from.</summary>
internal sealed class ConfigCommand : ToolCommand
{
    private const string Default = "default";
    private const string NotShown = "(not shown)";

    internal ConfigCommand(ToolHost host, CommonOptions common)
        : base("config", "Show the settings in effect, and where each comes from.", host, common)
    {
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
    }

    internal override string Details =>
        """
        Settings are read from newsdiff.json in this folder or the nearest one above, then from the environment, then
        from options; the later ones win. A host has the same: {"NewsDiff": {"Contact": "…", "Fetch": {"MinGap":
        "00:00:05"}}}. In the environment, two underscores separate the parts: NEWSDIFF_FETCH__MINGAP. An unknown name
        or an unusable value is refused. Secrets are not shown.
        """;

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff config",
        "newsdiff config --json | jq -r 'select(.key == \"NewsDiff:Contact\").value'",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        ToolSettings settings = AllSettingsOf(parse);
        ImmutableArray<ConfigEntry> shown = [.. ShownOf(settings)];
        if (parse.GetValue(Common.Json))
        {
            foreach (ConfigEntry entry in shown)
            {
                await screen.WriteLineAsync(JsonLine.Of(json =>
                {
                    json.WriteString("key", entry.Key);
                    json.WriteString("value", ConfigKeys.IsSecret(entry.Key) ? null : entry.Value);
                    json.WriteString("origin", entry.Origin);
                })).ConfigureAwait(false);
            }

            return ExitCodes.Success;
        }

        var table = new Table();
        foreach (ConfigEntry entry in shown)
        {
            table.Add(entry.Key, entry.Value.Length == 0 ? "(none)" : ValueOf(entry), entry.Origin);
        }

        await table.WriteAsync(screen).ConfigureAwait(false);
        screen.Say(settings.File is { } file
            ? $"The settings file is {file}."
            : $"There is no {ConfigFile.Name} in this folder or above.");
        return ExitCodes.Success;
    }

    private static string ValueOf(ConfigEntry entry) => ConfigKeys.IsSecret(entry.Key)
        ? NotShown
        : Secrets.Hide(entry.Value);

    /// <summary>The given settings, and the defaults of those that a person may look for.</summary>
    private static IEnumerable<ConfigEntry> ShownOf(ToolSettings settings)
    {
        NewsDiffHostOptions host = settings.Host;
        (string Key, string Value)[] defaults =
        [
            (ConfigKeys.StorePath, settings.Database),
            (ConfigKeys.Contact, host.Contact ?? ""),
            (ConfigKeys.Feeds, ""),
            (ConfigKeys.Interval, host.Interval.ToString("c", CultureInfo.InvariantCulture)),
            (ConfigKeys.MaxConcurrency, host.MaxConcurrency.ToString(CultureInfo.InvariantCulture)),
            (ConfigKeys.MinGap, host.Fetch.MinGap.ToString("c", CultureInfo.InvariantCulture)),
            (ConfigKeys.AllowedPrivateHosts, ""),
            (ConfigKeys.Rules, ""),
            (ConfigKeys.Notifications, ""),
        ];
        return settings.Entries
            .Concat(
                from setting in defaults
                where !settings.Entries.Any(entry => IsPart(entry.Key, setting.Key))
                select new ConfigEntry(setting.Key, setting.Value, Default))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal);
    }

    private static bool IsPart(string key, string of) =>
        key == of
        || key.StartsWith(of + ":", StringComparison.Ordinal)
        || ConfigKeys.Twins.Any(twins => (of, key) == (twins.One, twins.Other));
}
