using System.Collections.Immutable;
using System.Xml;

namespace NewsDiff.Syndication;

/// <summary>Writes Atom (RFC 4287).</summary>
internal static class AtomChangeFeed
{
    private const string DefaultId = "urn:uuid:6e657773-6469-8666-8368-616e67657321";

    internal static void Write(ImmutableArray<ChangeFeedEntry> entries, ChangeFeedOptions options, Stream stream)
    {
        using XmlWriter xml = FeedXml.Create(stream);
        xml.WriteStartElement("feed", FeedXml.Atom);
        FeedXml.Text(xml, "id", (options.Id ?? options.SelfUrl)?.AbsoluteUri ?? DefaultId);
        FeedXml.Text(xml, "title", options.Title);
        FeedXml.Text(xml, "subtitle", options.Description);
        FeedXml.Text(xml, "updated", FeedXml.Rfc3339(
            entries.IsEmpty ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.At)));
        FeedXml.Text(xml, "generator", "NewsDiff");
        FeedXml.Link(xml, null, "self", options.SelfUrl, "application/atom+xml");
        FeedXml.Link(xml, null, "alternate", options.HomeUrl, "text/html");
        foreach (ChangeFeedEntry entry in entries)
        {
            WriteEntry(xml, entry);
        }

        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, ChangeFeedEntry entry)
    {
        xml.WriteStartElement("entry");
        if (entry.Language is not null)
        {
            xml.WriteAttributeString("xml", "lang", null, entry.Language);
        }

        FeedXml.Text(xml, "id", entry.Id);
        FeedXml.Text(xml, "title", entry.Title);
        FeedXml.Text(xml, "published", FeedXml.Rfc3339(entry.At));
        FeedXml.Text(xml, "updated", FeedXml.Rfc3339(entry.At));
        FeedXml.Link(xml, null, "alternate", entry.Link, "text/html");
        xml.WriteStartElement("author");
        FeedXml.Text(xml, "name", entry.Author);
        xml.WriteEndElement();
        FeedXml.Text(xml, "summary", entry.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedXml.Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
