using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace NewsDiff.Syndication;

/// <summary>Writes RSS 2.0, with Atom's self link and Dublin Core's creator: RSS's own author is a mail address.</summary>
internal static class RssChangeFeed
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    internal static void Write(ImmutableArray<ChangeFeedEntry> entries, ChangeFeedOptions options, Stream stream)
    {
        using XmlWriter xml = FeedXml.Create(stream);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        FeedXml.Text(xml, "title", options.Title);

        // RSS demands a link; without a home page the feed's own address is the nearest truth.
        FeedXml.Text(xml, "link", (options.HomeUrl ?? options.SelfUrl)?.AbsoluteUri ?? "about:blank");
        FeedXml.Text(xml, "description", options.Description);
        FeedXml.Text(xml, "generator", "NewsDiff");
        if (!entries.IsEmpty)
        {
            FeedXml.Text(xml, "lastBuildDate", Rfc822(entries.Max(entry => entry.At)));
        }

        FeedXml.Link(xml, "atom", "self", options.SelfUrl, "application/rss+xml");
        foreach (ChangeFeedEntry entry in entries)
        {
            WriteItem(xml, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, ChangeFeedEntry entry)
    {
        xml.WriteStartElement("item");
        FeedXml.Text(xml, "title", entry.Title);
        if (entry.Link is not null)
        {
            FeedXml.Text(xml, "link", entry.Link.AbsoluteUri);
        }

        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        FeedXml.Text(xml, "pubDate", Rfc822(entry.At));
        FeedXml.Text(xml, "creator", entry.Author, DublinCore);
        FeedXml.Text(xml, "description", $"<p>{entry.Summary}</p>\n{entry.Html}");
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
