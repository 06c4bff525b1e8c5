using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff add FEED-OR-URL</c>: follows a feed, or one article.</summary>
internal sealed class AddCommand : ToolCommand
{
    private readonly Argument<string> _address = new("FEED-OR-URL")
    {
        Description = "The address of a feed, of a page that announces one, or of an article.",
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "A short name for where it is from, such as bbc. The default is the host.",
        HelpName = "NAME",
    };

    internal AddCommand(ToolHost host, CommonOptions common)
        : base("add", "Follow a feed, or one article.", host, common)
    {
        Add(_address);
        Add(_source);
        Add(common.Json);
        Add(common.Database);
        Add(common.AllowPrivate);
        Add(common.Gap);
        Add(common.Record);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff add https://example.org/feed.xml --source example",
        "newsdiff add https://example.org/news/story",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        Uri url = Address.Parse(parse.GetRequiredValue(_address));
        var screen = new Screen(Host, parse, Common);
        HttpFetchOptions options = Common.ReadFetchOptions(parse);
        Recorder recorder = await Recorder.OpenAsync(parse.GetValue(Common.Record), options, Host.Clock, stop).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable recording = recorder.ConfigureAwait(false);
        using var web = new Fetchers(options, Host.Clock, client: recorder.Client);

        screen.ShowProgress($"Fetching {url.AbsoluteUri}");
        FeedResult feed = await web.Feeds.FetchAsync(FeedRequest.For(url), stop).ConfigureAwait(false);
        FetchResult? page = feed.Status == FetchStatus.NotAFeed
            ? await web.Articles.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false)
            : null;
        if (page is { Article: null })
        {
            (url, feed) = await FollowLinkAsync(url, page, feed.Alternates, web, stop).ConfigureAwait(false);
            page = null;
        }

        if (page is null && feed.Feed is null)
        {
            throw Unfetched.Because(url, feed.Status, feed.Reason);
        }

        NewsStore store = await Databases.OpenAsync(parse.GetRequiredValue(Common.Database), stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var follow = new Follow(store, web, Host.Clock) { Source = parse.GetValue(_source) };
            var report = new FollowReport(screen, parse.GetValue(Common.Json));
            await (page is null
                ? follow.FeedAsync(feed.MovedTo ?? url, feed.Feed!, report, stop)
                : follow.ArticleAsync(url, page, report, stop)).ConfigureAwait(false);
            screen.Say("Check it with 'newsdiff check', or follow it with 'newsdiff watch'.");
            return ExitCodes.Success;
        }
    }

    /// <summary>Goes from a page that is no article to the one feed that it names.</summary>
    private static async Task<(Uri Url, FeedResult Feed)> FollowLinkAsync(
        Uri url, FetchResult page, ImmutableArray<Uri> feeds, Fetchers web, CancellationToken stop) => feeds switch
        {
            [] => throw Unfetched.Because(url, page.Status, $"it is no feed, and no article either: {page.Reason}"),
            [var only] => (only, await web.Feeds.FetchAsync(FeedRequest.For(only), stop).ConfigureAwait(false)),
            _ => throw new TroubleException($"{url.AbsoluteUri} announces several feeds; add the one you mean:\n  "
                + string.Join("\n  ", feeds.Select(feed => feed.AbsoluteUri))),
        };
}
