using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Feeds;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff import FEEDS.opml</c>: follows the feeds of a list.</summary>
internal sealed class ImportCommand : ToolCommand
{
    private readonly Argument<string> _list = new("FEEDS.opml")
    {
        Description = "A list of feeds in OPML, as feed readers export it: a file, or - for stdin.",
    };

    internal ImportCommand(ToolHost host, CommonOptions common)
        : base("import", "Follow the feeds of an OPML file.", host, common)
    {
        Add(_list);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples => ["newsdiff import subscriptions.opml"];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        string name = parse.GetRequiredValue(_list);
        byte[] content = await LocalFile.ReadBytesAsync(name, Host, stop).ConfigureAwait(false);
        ImmutableArray<OpmlFeed> feeds = Opml.Read(content)
            ?? throw new TroubleException($"{LocalFile.Describe(name)} is no OPML.");
        if (feeds.IsEmpty)
        {
            throw new TroubleException($"{LocalFile.Describe(name)} lists no feed.");
        }

        var report = new FollowReport(new Screen(Host, parse, Common), parse.GetValue(Common.Json));
        NewsStore store = await Databases.OpenAsync(parse.GetRequiredValue(Common.Database), stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            foreach (OpmlFeed feed in feeds)
            {
                var subscription = new Subscription { Url = feed.Url, AddedAt = Host.Clock.GetUtcNow(), Title = feed.Title };
                bool isNew = await store.Feeds.AddSubscriptionAsync(subscription, stop).ConfigureAwait(false);
                await report.WriteAsync(
                    isNew ? "feed-added" : "feed-known",
                    feed.Url,
                    feed.Title,
                    isNew ? "Following the feed" : "Already following the feed").ConfigureAwait(false);
            }
        }

        return ExitCodes.Success;
    }
}
