using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Pages;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff feed</c>: writes the changes as a feed to subscribe to.</summary>
internal sealed class FeedCommand : ToolCommand
{
    private readonly Option<string> _article = new("--article")
    {
        Description = "Only the changes of this article: its address, or any unique start of its id.",
        HelpName = "ARTICLE",
    };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "The format of the feed.",
        HelpName = "atom|rss|json",
        DefaultValueFactory = _ => "atom",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The maximum number of changes, the newest first.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 50,
    };

    private readonly Option<string> _site = new("--site")
    {
        Description =
            "The address of the served pages, for links to comparisons; without it, entries link to the articles.",
        HelpName = "URL",
    };

    internal FeedCommand(ToolHost host, CommonOptions common)
        : base("feed", "Write the changes as a feed: Atom, RSS or JSON Feed.", host, common)
    {
        _format.Offer("atom", "rss", "json");
        _limit.Validators.Add(WholeNumber.From(1, int.MaxValue, "Use a whole number from 1 for --limit."));
        Add(_article);
        Add(_format);
        Add(_limit);
        Add(_site);
        Add(common.Language);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff feed > changes.atom",
        "newsdiff feed --format rss --site https://changes.example.org/ > changes.rss",
        "newsdiff feed --article 3f2a",
        "newsdiff feed --language de > changes.atom",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        Uri? site = parse.GetValue(_site) is { } url ? Address.ParseFolder(url) : null;
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            TrackedArticle? article = parse.GetValue(_article) is { } name
                ? await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false)
                : null;
            PageAddress address = parse.GetValue(_format) switch
            {
                "rss" => PageAddress.RssFeed(article?.Id),
                "json" => PageAddress.JsonFeed(article?.Id),
                _ => PageAddress.AtomFeed(article?.Id),
            };
            var links = new ServerPageLinks(site?.AbsolutePath ?? "/");
            PageSource pages = await store.OpenPagesAsync(parse.GetValue(_limit), stop).ConfigureAwait(false);
            string feed = await pages
                .LoadFeedAsync(address, site, links, parse.GetRequiredValue(Common.Language), stop)
                .ConfigureAwait(false)
                ?? throw new TroubleException(
                    $"{article?.Url.AbsoluteUri} has no versions yet; try 'newsdiff check'.");
            string text = address.Kind == PageKind.JsonFeed ? Printable.Json(feed) : Printable.Markup(feed);
            await Host.Output.WriteLineAsync(text.TrimEnd('\n')).ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }
}
