using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using NewsDiff.Addresses;
using NewsDiff.Feeds.Reading;

namespace NewsDiff.Feeds;

/// <summary>A feed as its publisher wrote it, in any format.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record Feed
{
    /// <summary>Its title, as text; empty when it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its title as HTML, if it has markup; otherwise null. It is not sanitised.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>The page it belongs to, or null.</summary>
    public Uri? Link { get; init; }

    /// <summary>The id the publisher gave it, or null.</summary>
    public string? Id { get; init => field = value is null ? null : UserInfo.Without(value); }

    /// <summary>Its language as stated, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Its own address as stated, or null.</summary>
    public Uri? SelfUrl { get; init; }

    /// <summary>The WebSub hubs that announce its updates. The default is empty.</summary>
    public ImmutableArray<Uri> Hubs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The pause between two reads that it asks for (<c>ttl</c>, <c>sy:updatePeriod</c>), or null.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>The hours, in UTC, at which it asks not to be read.</summary>
    /// <remarks>The default is empty.</remarks>
    public ImmutableArray<int> SkippedHours { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its entries, in the publisher's order. The default is empty.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Converts a feed that the host read itself; unreadable dates are left out.</summary>
    /// <param name="feed">The feed; its items are enumerated once.</param>
    /// <returns>The same feed in this library's model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feed"/> is null.</exception>
    public static Feed From(SyndicationFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return SyndicationFeedReader.Read(feed);
    }
}
