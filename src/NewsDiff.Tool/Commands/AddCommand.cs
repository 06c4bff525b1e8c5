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
        Description = "A short name for grouping articles, such as bbc. The default is the host name.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _include = new("--include")
    {
        Description =
            "Keep only a feed's entries that match (repeatable): title:EXPRESSION, category:EXPRESSION or "
            + "url:EXPRESSION. Without a prefix, url is assumed.",
        HelpName = "PATTERN",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "Skip a feed's entries that match (repeatable).",
        HelpName = "PATTERN",
    };

    internal AddCommand(ToolHost host, CommonOptions common)
        : base("add", "Follow a feed, or one article.", host, common)
    {
        Add(_address);
        Add(_source);
        Add(_include);
        Add(_exclude);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
        Add(common.Record);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff add https://example.org/feed.xml --source example",
        "newsdiff add https://example.org/feed.xml --include url:/politics/ --exclude 'title:^Live' "
        + "--exclude category:sport",
        "newsdiff add https://example.org/news/story",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        string address = parse.GetRequiredValue(_address);
        if (File.Exists(address))
        {
            throw new TroubleException($"'{address}' is a file; only a web address can be followed. The feeds of an "
                + "OPML list are followed by 'newsdiff import'.");
        }

        Uri url = Address.Parse(address);
        var screen = new Screen(Host, parse, Common);
        EntryFilter? filter = ReadFilter(parse);
        WebSettings settings = SettingsOf(parse).Web;
        Recorder recorder = await Recorder.OpenAsync(
            parse.GetValue(Common.Record), settings.Fetch, Host.Clock, sites: null, stop).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable recording = recorder.ConfigureAwait(false);
        using var web = new Fetchers(recorder.Client, settings, Host.Clock);

        screen.ShowProgress($"Fetching {url.AbsoluteUri}");
        (url, FeedResult feed, FetchResult? page) = await FetchAsync(url, web, stop).ConfigureAwait(false);
        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var follow = new Follow(store, web, Host.Clock) { Source = parse.GetValue(_source), Filter = filter };
            var report = new FollowReport(screen, parse.GetValue(Common.Json));
            await (page is null
                ? follow.FeedAsync(feed.MovedTo ?? url, feed.Feed?.Title, report, stop)
                : follow.ArticleAsync(url, page, report, stop)).ConfigureAwait(false);
            await recorder.KeepFollowedAsync(web.CreateTracker(store), stop).ConfigureAwait(false);
            screen.Say("Check it with 'newsdiff check', or follow it with 'newsdiff watch'.");
            return ExitCodes.Success;
        }
    }

    /// <summary>Fetches a feed, an article, or the feed that a page names.</summary>
    private static async Task<(Uri Url, FeedResult Feed, FetchResult? Page)> FetchAsync(
        Uri url, Fetchers web, CancellationToken stop)
    {
        FeedResult feed = await web.Feeds.FetchAsync(FeedRequest.For(url), stop).ConfigureAwait(false);
        FetchResult? page = feed.Status == FetchStatus.NotAFeed
            ? await web.Articles.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false)
            : null;
        if (page is { Article: null })
        {
            (url, feed) = await FollowLinkAsync(url, page, feed, web, stop).ConfigureAwait(false);
            page = null;
        }

        return page is null && feed is { Feed: null, Sitemap: null }
            ? throw web.Client.Unfetched(url, feed.Status, feed.Reason)
            : (url, feed, page);
    }

    private EntryFilter? ReadFilter(ParseResult parse)
    {
        string[] include = parse.GetValue(_include) ?? [];
        string[] exclude = parse.GetValue(_exclude) ?? [];
        try
        {
            return include.Length + exclude.Length == 0
                ? null
                : new EntryFilter(include, exclude);
        }
        catch (ArgumentException fault)
        {
            throw new TroubleException(fault.Message, fault);
        }
    }

    /// <summary>Follows a page that is not an article to its only feed or sitemap.</summary>
    private static async Task<(Uri Url, FeedResult Feed)> FollowLinkAsync(
        Uri url, FetchResult page, FeedResult answer, Fetchers web, CancellationToken stop)
    {
        FeedSearchResult search = await web.Finder.FindAsync(answer, stop).ConfigureAwait(false);
        ImmutableArray<FoundFeed> feeds = [.. search.Feeds.Where(found => found.Place != FeedPlace.Robots)];
        return (feeds.IsEmpty ? search.Feeds : feeds) switch
        {
            [] => throw web.Client.Unfetched(url, page.Status, $"it is neither a feed nor an article: {page.Reason}"),
            [var only] =>
                (only.Url, only.Result
                    ?? await web.Feeds.FetchAsync(FeedRequest.For(only.Url), stop).ConfigureAwait(false)),
            var several =>
                throw new TroubleException($"{url.AbsoluteUri} announces several feeds; add the one you mean:")
                {
                    Lines = [.. several.Select(feed => "  " + feed.Url.AbsoluteUri)],
                },
        };
    }
}
