using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff prune</c>: erases the texts of old versions to save space.</summary>
internal sealed class PruneCommand : ToolCommand
{
    private readonly Option<int?> _olderThan = new("--older-than")
    {
        Description = "Only versions that were first seen more than this many days ago.",
        HelpName = "DAYS",
    };

    private readonly Option<int?> _keep = new("--keep")
    {
        Description = "How many of the latest versions of each article to keep. The default is 1.",
        HelpName = "NUMBER",
    };

    private readonly Option<string> _article = new("--article")
    {
        Description = "Only this article: its address, or any unique start of its id.",
        HelpName = "ARTICLE",
    };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = "The reason, in a sentence for the log. The default repeats the options.",
        HelpName = "TEXT",
    };

    private readonly Option<string> _by = new("--by")
    {
        Description = "Who erases them. The default is the name of the user.",
        HelpName = "NAME",
    };

    internal PruneCommand(ToolHost host, CommonOptions common)
        : base("prune", "Erase the texts of old versions, except the first and the latest of each article.", host, common)
    {
        _olderThan.Validators.Add(
            WholeNumber.From(1, 100_000, "Use a number of days from 1 to 100000 for --older-than."));
        _keep.Validators.Add(WholeNumber.From(1, 1_000_000, "Use a number from 1 to 1000000 for --keep."));
        Validators.Add(result =>
        {
            if (result.GetResult(_olderThan) is null && result.GetResult(_keep) is null)
            {
                result.AddError("Say which versions may go, with --older-than or --keep.");
            }
        });
        Add(_olderThan);
        Add(_keep);
        Add(_article);
        Add(_reason);
        Add(_by);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff prune --older-than 365",
        "newsdiff prune --keep 20 --article 3f2a",
    ];

    internal override string Details =>
        """
        The numbers of versions stay, and so do their times and hashes. A change then compares two versions that still
        have their texts. 'newsdiff log' says who erased how many and why. The file does not shrink: new versions fill it.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var query = new VersionQuery
            {
                ArticleId = parse.GetValue(_article) is { } name
                    ? (await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false)).Id
                    : null,
                Until = parse.GetValue(_olderThan) is { } days ? Host.Clock.GetUtcNow().AddDays(-days) : null,
            };
            screen.ShowProgress("Pruning…");
            int keep = parse.GetValue(_keep) ?? 1;
            int pruned = await store.Care.PruneAsync(
                query,
                keep,
                parse.GetValue(_reason) ?? ReasonOf(parse.GetValue(_olderThan), keep),
                parse.GetValue(_by) ?? Environment.UserName,
                Host.Clock.GetUtcNow(),
                stop).ConfigureAwait(false);
            await screen.WriteLineAsync(parse.GetValue(Common.Json)
                ? JsonLine.Of(json => json.WriteNumber("pruned", pruned))
                : string.Create(
                    CultureInfo.InvariantCulture, $"Pruned {pruned} {(pruned == 1 ? "version" : "versions")}."))
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private static string ReasonOf(int? days, int keep) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(days is null ? "" : $"more than {days} days old, ")}not the first or among the latest {keep}.");
}
