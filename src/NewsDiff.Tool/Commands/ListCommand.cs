using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff list</c>: the articles, or the feeds, that are followed.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly Option<bool> _feeds = new("--feeds")
    {
        Description = "List the feeds instead of the articles.",
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "Only those of this source.",
        HelpName = "NAME",
    };

    internal ListCommand(ToolHost host, CommonOptions common)
        : base("list", "List the articles that are followed: id, versions, when it last changed, source, title.", host, common)
    {
        Add(_feeds);
        Add(_source);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff list",
        "newsdiff list --source bbc --json",
        "newsdiff list --feeds",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isJson = parse.GetValue(Common.Json);
        string? source = parse.GetValue(_source);
        NewsStore store = await Databases.OpenExistingAsync(parse.GetRequiredValue(Common.Database), stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            IAsyncEnumerable<string> lines = parse.GetValue(_feeds)
                ? FeedLines(store, source, screen, isJson, stop)
                : ArticleLines(store, new ArticleQuery { Source = source }, screen, isJson, stop);
            bool isEmpty = true;
            await foreach (string line in lines.ConfigureAwait(false))
            {
                isEmpty = false;
                await screen.WriteLineAsync(line).ConfigureAwait(false);
            }

            if (isEmpty)
            {
                screen.Say("Nothing to list.");
            }

            return ExitCodes.Success;
        }
    }

    private static IAsyncEnumerable<string> ArticleLines(
        NewsStore store, ArticleQuery query, Screen screen, bool isJson, CancellationToken stop) =>
        store.Articles.ReadArticlesAsync(query, stop).Select(async (TrackedArticle article, CancellationToken token) =>
        {
            ArticleVersion? latest = await store.Versions.FindLatestAsync(article.Id, token).ConfigureAwait(false);
            Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Article, article.Id, token).ConfigureAwait(false);
            var entry = new ArticleLine(article, latest, visit);
            return isJson ? JsonLine.Of(entry.Write) : entry.ToLine(screen);
        });

    private static IAsyncEnumerable<string> FeedLines(
        NewsStore store, string? source, Screen screen, bool isJson, CancellationToken stop) =>
        store.Feeds.ReadSubscriptionsAsync(stop)
            .Where(feed => source is null || source == (feed.Source ?? feed.Url.IdnHost))
            .Select(async (Subscription feed, CancellationToken token) =>
            {
                Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Feed, feed.Url.AbsoluteUri, token).ConfigureAwait(false);
                var entry = new FeedLine(feed, visit);
                return isJson ? JsonLine.Of(entry.Write) : entry.ToLine(screen);
            });
}
