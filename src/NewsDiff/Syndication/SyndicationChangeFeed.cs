using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using NewsDiff.Text;

namespace NewsDiff.Syndication;

/// <summary>Writes changes as Atom (RFC 4287) or RSS 2.0, through a syndication feed.</summary>
internal static class SyndicationChangeFeed
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        CloseOutput = false,
    };

    internal static SyndicationFeed Make(ImmutableArray<ChangeFeedEntry> entries, ChangeFeedOptions options)
    {
        var feed = new SyndicationFeed(entries.Select(entry => new ChangeItem(entry)))
        {
            Id = options.FeedId,
            Title = new TextSyndicationContent(XmlChars.Clean(options.Title)),
            Description = new TextSyndicationContent(XmlChars.Clean(options.Description)),
            Generator = "NewsDiff",
            LastUpdatedTime = entries.IsEmpty
                ? DateTimeOffset.UnixEpoch
                : entries.Max(entry => entry.At).ToUniversalTime(),
        };
        Add(feed, SyndicationLink.CreateSelfLink, options.SelfUrl, "application/atom+xml");
        Add(feed, SyndicationLink.CreateAlternateLink, options.HomeUrl, "text/html");
        Add(feed, NextLink, options.NextUrl, "application/atom+xml");
        return feed;
    }

    internal static void WriteAtom(SyndicationFeed feed, Stream stream) =>
        Write(feed, feed.GetAtom10Formatter(), stream);

    internal static void WriteRss(SyndicationFeed feed, ChangeFeedOptions options, Stream stream)
    {
        var rss = new SyndicationFeed(feed.Items.Cast<ChangeItem>().Select(item => item.ForRss()))
        {
            Title = feed.Title,
            Description = feed.Description,
            Generator = feed.Generator,
            LastUpdatedTime = feed.Items.Any() ? feed.LastUpdatedTime : default,
        };

        // RSS requires a link; without a home page, the feed's own address is closest, then the site of its articles.
        Uri? story = feed.Items.SelectMany(item => item.Links).Select(link => link.Uri).FirstOrDefault();
        Uri home = options.HomeUrl
            ?? options.SelfUrl
            ?? (story is null ? new Uri(options.FeedId) : new Uri(story.GetLeftPart(UriPartial.Authority)));
        rss.Links.Add(SyndicationLink.CreateAlternateLink(home));
        Add(rss, SyndicationLink.CreateSelfLink, options.SelfUrl, "application/rss+xml");
        Add(rss, NextLink, options.NextUrl, "application/rss+xml");
        rss.AttributeExtensions.Add(new XmlQualifiedName("dc", "http://www.w3.org/2000/xmlns/"), ChangeItem.DublinCore);
        Write(rss, rss.GetRss20Formatter(), stream);
    }

    private static void Write(SyndicationFeed feed, SyndicationFeedFormatter formatter, Stream stream)
    {
        using XmlWriter xml = XmlWriter.Create(stream, Settings);
        using var dates = new FeedInstantWriter(xml, feed.LastUpdatedTime);
        formatter.WriteTo(dates);
    }

    /// <summary>The link to older entries (RFC 5005).</summary>
    private static SyndicationLink NextLink(Uri target, string mediaType) =>
        new(target, "next", title: null, mediaType, length: 0);

    private static void Add(
        SyndicationFeed feed,
        Func<Uri, string, SyndicationLink> link,
        Uri? target,
        string mediaType)
    {
        if (target is not null)
        {
            feed.Links.Add(link(target, mediaType));
        }
    }
}
