using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary>A command of the tool, with examples for its help.</summary>
internal abstract class ToolCommand : Command
{
    private protected ToolCommand(string name, string description, ToolHost host, CommonOptions common)
        : base(name, description)
    {
        Host = host;
        Common = common;
        SetAction(RunAsync);
    }

    /// <summary>Examples of command lines, at the end of its help.</summary>
    internal abstract ImmutableArray<string> Examples { get; }

    /// <summary>Extra help text before the examples; empty when the options say everything.</summary>
    internal virtual string Details => "";

    /// <summary>The command's environment.</summary>
    private protected ToolHost Host { get; }

    /// <summary>The options shared with other commands.</summary>
    private protected CommonOptions Common { get; }

    /// <summary>Whether the command runs until it is stopped, and may wait long for a server.</summary>
    private protected virtual bool IsLongRunning => false;

    /// <summary>Opens the database of the command line, which must exist.</summary>
    private protected Task<NewsStore> OpenExistingAsync(
        ParseResult parse, Screen screen, CancellationToken stop, bool? search = null) =>
        Databases.OpenExistingAsync(AccessOf(parse, screen, search), stop);

    /// <summary>Opens the database of the command line, and makes a missing file.</summary>
    private protected Task<NewsStore> OpenAsync(ParseResult parse, Screen screen, CancellationToken stop) =>
        Databases.OpenAsync(AccessOf(parse, screen, search: null), stop);

    /// <summary>Opens the database for checks, and follows the feeds that the settings name.</summary>
    /// <remarks>If the settings name feeds, it makes a missing database.</remarks>
    private protected async Task<NewsStore> OpenForChecksAsync(
        ParseResult parse, Screen screen, CancellationToken stop)
    {
        ToolSettings settings = SettingsOf(parse);
        if (settings.Host.Feeds.Count == 0)
        {
            return await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        }

        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        FollowedFeeds feeds = await FollowedFeeds.ReadAsync(store, stop).ConfigureAwait(false);
        foreach (Uri url in settings.Host.Feeds)
        {
            if (await feeds.AddNewAsync(url, Host.Clock.GetUtcNow(), stop).ConfigureAwait(false))
            {
                screen.Say($"Following the feed {url.AbsoluteUri} from the settings.");
            }
        }

        return store;
    }

    private protected abstract Task<int> RunAsync(ParseResult parse, CancellationToken stop);

    /// <summary>The settings in effect: from the file, the environment, then the options.</summary>
    private protected ToolSettings SettingsOf(ParseResult parse) => Common.ReadSettings(parse);

    /// <summary>The settings in effect, those of notifications included.</summary>
    /// <exception cref="TroubleException">A setting is unknown, or its value is unusable.</exception>
    private protected ToolSettings AllSettingsOf(ParseResult parse) =>
        SettingsOf(parse) is { NotificationFault: { } fault } ? throw fault : SettingsOf(parse);

    private DatabaseAccess AccessOf(ParseResult parse, Screen screen, bool? search) => new(
        SettingsOf(parse).Database)
    {
        SqliteOptions = SettingsOf(parse).SqliteOptions,
        ServerOptions = SettingsOf(parse).ServerOptions,
        IsPatient = IsLongRunning,
        IsReadOnly = Options.Contains(Common.ReadOnly) && parse.GetValue(Common.ReadOnly),
        Search = search,
        Progress = new UpgradeProgress(
            screen, search is true ? "Preparing the search index" : "Upgrading the database", Host.Clock),
    };
}
