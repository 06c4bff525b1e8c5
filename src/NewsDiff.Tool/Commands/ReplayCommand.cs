using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Archives;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff replay ARCHIVE</c>: follows what an archive captured, without the network.</summary>
internal sealed class ReplayCommand : ToolCommand
{
    private readonly Argument<string> _archive = new("ARCHIVE")
    {
        Description = "A WARC file, a folder of WARC files, or a folder of pages that --record filled.",
    };

    private readonly Option<string[]> _follow = new("--follow")
    {
        Description = "A feed of the archive to follow (repeatable). The default is what the recorded run followed "
            + "or, if that is unknown, every feed and sitemap.",
        HelpName = "URL",
    };

    private readonly Option<bool> _pages = new("--pages")
    {
        Description = "Read every page of the archive as an article, and follow no feed.",
    };

    private readonly Option<bool> _ignoreRobots = new("--ignore-robots")
    {
        Description =
            "Read pages even if the archived robots.txt forbids them: other crawlers have other rules.",
    };

    internal ReplayCommand(ToolHost host, CommonOptions common)
        : base("replay", "Repeat a recorded run, or read another crawler's archive, without the network.", host, common)
    {
        Validators.Add(result =>
        {
            if (result.GetValue(_pages) && result.GetValue(_follow) is { Length: > 0 })
            {
                result.AddError("--pages follows no feed; leave out --pages or --follow.");
            }
        });
        Add(_archive);
        Add(_follow);
        Add(_pages);
        Add(_ignoreRobots);
        Add(common.ShowDiff);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff replay today.warc.gz --db again.db",
        "newsdiff replay crawl/ --pages --ignore-robots --diff",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string path = parse.GetRequiredValue(_archive);
        IPageArchive archive = ArchivePath.Open(path);
        await using (archive.ConfigureAwait(false))
        {
            screen.ShowProgress("Listing the archive…");
            using ReplayFetcher replay = await ReplayFetcher.OpenAsync(archive, ReadOptions(parse), stop)
                .ConfigureAwait(false);
            if (replay.Captures.Count == 0)
            {
                throw new TroubleException(
                    $"'{path}' has no captures; name a WARC file, or a folder that --record filled.");
            }

            NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                var report = new CheckReport(screen, store)
                {
                    IsJson = parse.GetValue(Common.Json),
                    ShowsDiffs = parse.GetValue(Common.ShowDiff),
                    OnlyNews = true,
                };
                var run = new ReplayRun(replay, store);
                await report.WriteAllAsync(run.CheckAsync(stop)).ConfigureAwait(false);
                screen.Say(report.Tally.IsEmpty && replay.SkippedCount == 0
                    ? $"Nothing was followed: none of the {replay.Captures.Count} captures belongs to "
                        + "what the run followed. Try --pages, or --follow URL."
                    : report.Tally.ToString());
                await run.TellUnusedAsync(screen, parse.GetValue(Common.Json)).ConfigureAwait(false);
                return ExitCodes.Success;
            }
        }
    }

    private ReplayOptions ReadOptions(ParseResult parse) => new()
    {
        RespectRobots = !parse.GetValue(_ignoreRobots),
        TakesPages = parse.GetValue(_pages),
        Feeds = [.. (parse.GetValue(_follow) ?? []).Select(Address.Parse)],
    };
}
