using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;

namespace NewsDiff.Tool.Commands;

/// <summary>The root: <c>newsdiff</c> with its commands and shared options.</summary>
internal sealed class NewsDiffCommand : RootCommand
{
    internal const string ToolName = "newsdiff";

    internal static readonly ImmutableArray<string> Examples =
    [
        "newsdiff demo",
        "newsdiff diff old.txt new.txt",
        "newsdiff add https://example.org/feed.xml",
        "newsdiff check",
        "newsdiff serve",
    ];

    internal NewsDiffCommand(ToolHost host)
        : base("Version control for the news: follow feeds, keep every version, see every change, word by word.")
    {
        var common = new CommonOptions(host);
        Common = common;
        foreach (Option option in common.Recursive)
        {
            Add(option);
        }

        foreach (ToolCommand command in Commands(host, common))
        {
            Add(command);
            RefuseEmptyArguments(command);
        }

        HelpOption help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(host);

        // On most machines these aliases are paths of files, and a completion would offer them.
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
    }

    /// <summary>The options that several commands share.</summary>
    internal CommonOptions Common { get; }

    // A script with a variable that is not set passes an empty argument.
    private static void RefuseEmptyArguments(Command command)
    {
        foreach (Argument argument in command.Arguments)
        {
            argument.Validators.Add(result =>
            {
                if (result.Tokens.Any(static token => token.Value.Length == 0))
                {
                    result.AddError($"<{argument.HelpName ?? argument.Name}> is empty.");
                }
            });
        }

        foreach (Command inner in command.Subcommands)
        {
            RefuseEmptyArguments(inner);
        }
    }

    private static ImmutableArray<ToolCommand> Commands(ToolHost host, CommonOptions common) =>
    [
        new DemoCommand(host, common),
        new SiteCommand(host, common),
        new DiffCommand(host, common),
        new AnalyzeCommand(host, common),
        new ExtractCommand(host, common),
        new RulesCommand(host, common),
        new FeedsCommand(host, common),
        new UrlCommand(host, common),
        new FetchCommand(host, common),
        new RobotsCommand(host, common),
        new AddCommand(host, common),
        new ImportCommand(host, common),
        new RemoveCommand(host, common),
        new CheckCommand(host, common),
        new WatchCommand(host, common),
        new ReplayCommand(host, common),
        new HistoryCommand(host, common),
        new ListCommand(host, common),
        new ShowCommand(host, common),
        new SearchCommand(host, common),
        new FeedCommand(host, common),
        new ExportCommand(host, common),
        new ReportCommand(host, common),
        new ServeCommand(host, common),
        new LogCommand(host, common),
        new StatusCommand(host, common),
        new ConfigCommand(host, common),
        new CompletionCommand(host, common),
        new HideCommand(host, common),
        new PruneCommand(host, common),
        new ReprocessCommand(host, common),
        new VerifyCommand(host, common),
        new BackupCommand(host, common),
        new RestoreCommand(host, common),
    ];
}
