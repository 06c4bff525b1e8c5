using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Feeds;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Imports;

/// <summary>Follows the feeds of an OPML list.</summary>
internal sealed class FeedListImport(OpmlReadResult list, string name, TimeProvider clock)
{
    /// <summary>Follows the feeds, and reports each.</summary>
    internal async Task<int> RunAsync(NewsStore store, FollowReport report, Screen screen, CancellationToken stop)
    {
        int added = await FollowAsync(store, report, stop).ConfigureAwait(false);
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

    private async Task<int> FollowAsync(NewsStore store, FollowReport report, CancellationToken stop)
    {
        FollowedFeeds known = await FollowedFeeds.ReadAsync(store, stop).ConfigureAwait(false);
        ImmutableArray<bool> added = await known.AddAsync(list.Feeds.Select(Follow), stop).ConfigureAwait(false);
        foreach ((OpmlFeed feed, bool isNew) in list.Feeds.Zip(added))
        {
            await report.WriteFeedAsync(isNew, feed.Url, feed.Title).ConfigureAwait(false);
        }

        return added.Count(static isNew => isNew);
    }

    private Subscription Follow(OpmlFeed feed) => new()
    {
        Url = feed.Url,
        AddedAt = clock.GetUtcNow(),
        Title = feed.Title,
        Source = feed.Source,
        Filter = feed.Filter,
    };
}
