using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff list</c>: lists the followed articles or feeds.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly Option<bool> _feeds = new("--feeds")
    {
        Description = "List the feeds instead of the articles.",
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "Only articles or feeds of this source.",
        HelpName = "NAME",
    };

    internal ListCommand(ToolHost host, CommonOptions common)
        : base(
            "list",
            "List the followed articles: id, versions, time of the latest version, source, title.",
            host,
            common)
    {
        Add(_feeds);
        Add(_source);
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
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
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            IAsyncEnumerable<(IEnumerable<Line> Lines, Action<Utf8JsonWriter> Json)> entries = parse.GetValue(_feeds)
                ? FeedLines(store, source, screen.Width, stop)
                : ArticleLines(store, new ArticleQuery { Source = source }, screen.Width, stop);
            bool isEmpty = true;
            await foreach ((IEnumerable<Line> lines, Action<Utf8JsonWriter> json) in entries.ConfigureAwait(false))
            {
                isEmpty = false;
                if (isJson)
                {
                    await screen.WriteLineAsync(JsonLine.Of(json)).ConfigureAwait(false);
                    continue;
                }

                foreach (Line line in lines)
                {
                    await screen.WriteLineAsync(line).ConfigureAwait(false);
                }
            }

            if (isEmpty)
            {
                screen.Say("Nothing to list.");
            }

            return ExitCodes.Success;
        }
    }

    private static IAsyncEnumerable<(IEnumerable<Line> Lines, Action<Utf8JsonWriter> Json)> ArticleLines(
        NewsStore store, ArticleQuery query, int? width, CancellationToken stop) =>
        store.Articles.ReadArticlesAsync(query, stop).Select(async (TrackedArticle article, CancellationToken token) =>
        {
            ArticleVersion? latest = await store.Versions.FindLatestAsync(article.Id, token).ConfigureAwait(false);
            Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Article, article.Id, token)
                .ConfigureAwait(false);
            var entry = new ArticleLine(article, latest, visit);
            return ((IEnumerable<Line>)[entry.ToLine(width)], (Action<Utf8JsonWriter>)entry.Write);
        });

    private static IAsyncEnumerable<(IEnumerable<Line> Lines, Action<Utf8JsonWriter> Json)> FeedLines(
        NewsStore store, string? source, int? width, CancellationToken stop) =>
        store.Feeds.ReadSubscriptionsAsync(stop)
            .Where(feed => source is null || source == (feed.Source ?? feed.Url.IdnHost))
            .Select(async (Subscription feed, CancellationToken token) =>
            {
                Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Feed, feed.Url.AbsoluteUri, token)
                    .ConfigureAwait(false);
                var entry = new FeedLine(feed, visit);
                return (entry.ToLines(width), (Action<Utf8JsonWriter>)entry.Write);
            });
}
