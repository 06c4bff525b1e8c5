using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Pages;
using NewsDiff.Tool.Demo;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff demo</c>: shows everything on a news site that comes with the tool.</summary>
internal sealed class DemoCommand : ToolCommand
{
    private const string DatabaseName = "newsdiff.db";

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder for database, pages and feeds; files of an earlier demo in it are replaced.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "newsdiff-demo",
    };

    internal DemoCommand(ToolHost host, CommonOptions common)
        : base(
            "demo",
            "Show everything without a network, on a small news site that runs on this machine.",
            host,
            common)
    {
        Add(_output);
        Add(common.Json);
    }

    internal override ImmutableArray<string> Examples =>
        ["newsdiff demo", "newsdiff demo --output /tmp/demo --color always"];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string path = parse.GetRequiredValue(_output);
        bool isJson = parse.GetValue(Common.Json);
        var folder = DemoFolder.Prepare(path);
        NewsStore store = await OpenAsync(folder, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var clock = new DemoClock(DemoRound.Start, Host.Clock);
            NewsSite site = await NewsSite.StartAsync(clock, stop).ConfigureAwait(false);
            await using (site.ConfigureAwait(false))
            {
                screen.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NewsSite.Name}, a news site with {site.StoryCount} stories, "
                    + $"runs on {site.Url} and is followed for a day."));
                var run = new DemoRun(site, clock, store, screen) { IsJson = isJson };
                await run.FollowAsync(stop).ConfigureAwait(false);
            }

            PageSource pages = await store.OpenPagesAsync(stop).ConfigureAwait(false);
            await foreach (SiteFile file in new SitePublisher(pages).MakeFilesAsync(stop).ConfigureAwait(false))
            {
                await PrivateFile.WriteNewAsync(folder.Claim(file.Name), file.GetContent(), stop).ConfigureAwait(false);
            }

            if (!isJson)
            {
                await screen.WriteTextAsync(await FarewellAsync(store, path, stop).ConfigureAwait(false))
                    .ConfigureAwait(false);
            }

            return ExitCodes.Success;
        }
    }

    private static Task<NewsStore> OpenAsync(DemoFolder folder, CancellationToken stop)
    {
        folder.Claim(DatabaseName + "-wal");
        folder.Claim(DatabaseName + "-shm");
        return Databases.OpenAsync(new DatabaseAccess(folder.Claim(DatabaseName)), stop);
    }

    private async Task<string> FarewellAsync(NewsStore store, string path, CancellationToken stop)
    {
        int articles = await store.Articles.ReadArticlesAsync(new ArticleQuery(), stop)
            .CountAsync(stop)
            .ConfigureAwait(false);
        int versions = await store.Versions.ReadVersionsAsync(new VersionQuery(), stop)
            .CountAsync(stop)
            .ConfigureAwait(false);
        string database = Path.Combine(path, DatabaseName);
        return string.Create(CultureInfo.InvariantCulture, $"""

            {articles} articles and {versions} versions of them were kept.

            Open
              {Path.Combine(path, "index.html")}  (what was changed, side by side)
              {Path.Combine(path, "changes.atom")}  (the same as a feed; changes.rss too)

            Go on
              {Host.CommandName} list --db {database}
              {Host.CommandName} serve --db {database}

            Follow a real feed
              {Host.CommandName} add https://feeds.bbci.co.uk/news/rss.xml --source bbc
              {Host.CommandName} watch --diff
            """);
    }
}
