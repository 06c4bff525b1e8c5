using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
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
        OpmlReadResult list = Opml.Read(content)
            ?? throw new TroubleException($"{LocalFile.Describe(name)} is not an OPML list.");
        if (list.Feeds.IsEmpty && list.Refused.IsEmpty)
        {
            throw new TroubleException(
                $"{LocalFile.Describe(name)} lists no feed{(list.BrokenOff is { } fault ? $": {fault}" : ".")}");
        }

        var screen = new Screen(Host, parse, Common);
        var report = new FollowReport(screen, parse.GetValue(Common.Json));
        int added = await FollowAsync(list.Feeds, report, parse, screen, stop).ConfigureAwait(false);
        foreach (OpmlRefusal refusal in list.Refused)
        {
            await report.RefuseAsync(refusal).ConfigureAwait(false);
        }

        screen.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{added} added, {list.Feeds.Length - added} followed already, {list.Refused.Length} refused."));
        if (list.BrokenOff is { } damage)
        {
            screen.Say($"{LocalFile.Describe(name)} is damaged, so feeds may be missing: {damage}");
        }

        return ExitCodes.Success;
    }

    private async Task<int> FollowAsync(
        ImmutableArray<OpmlFeed> feeds,
        FollowReport report,
        ParseResult parse,
        Screen screen,
        CancellationToken stop)
    {
        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            FollowedFeeds known = await FollowedFeeds.ReadAsync(store, stop).ConfigureAwait(false);
            ImmutableArray<bool> added = await known.AddAsync(feeds.Select(Follow), stop).ConfigureAwait(false);
            foreach ((OpmlFeed feed, bool isNew) in feeds.Zip(added))
            {
                await report.WriteFeedAsync(isNew, feed.Url, feed.Title).ConfigureAwait(false);
            }

            return added.Count(static isNew => isNew);
        }
    }

    private Subscription Follow(OpmlFeed feed) => new()
    {
        Url = feed.Url,
        AddedAt = Host.Clock.GetUtcNow(),
        Title = feed.Title,
        Source = feed.Source,
        Filter = feed.Filter,
    };
}
