using System.Collections.Immutable;
using System.Text;
using System.Xml;
using NewsDiff.Feeds.Reading;
using NewsDiff.Text;

namespace NewsDiff.Feeds;

/// <summary>Reads and writes lists of feeds in OPML 1.0 and 2.0, by which feed readers exchange them.</summary>
public static class Opml
{
    private static readonly Uri NoBase = new("about:blank");

    /// <summary>Reads a list of feeds.</summary>
    /// <param name="content">The document; dirty XML is mended as in feeds.</param>
    /// <returns>Its feeds, each address once; null when the document is no OPML.</returns>
    public static ImmutableArray<OpmlFeed>? Read(ReadOnlySpan<byte> content)
    {
        string xml = XmlRepair.Apply(CharsetSniffer.DecodeXml(content, contentType: null).Text);
        (ImmutableArray<OpmlFeed>? feeds, string? fault) = ReadOnce(xml);
        return fault is null ? feeds : ReadOnce(TagBalancer.Apply(xml)).Feeds ?? feeds;
    }

    /// <summary>Writes a list of feeds as OPML 2.0.</summary>
    /// <param name="feeds">The feeds; those in a folder are written inside it.</param>
    /// <param name="title">The list's title.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="feeds"/> is null.</exception>
    public static string Write(IEnumerable<OpmlFeed> feeds, string title = "Feeds")
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = false };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", title);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (IGrouping<string?, OpmlFeed> folder in feeds.GroupBy(static feed => feed.Folder, StringComparer.Ordinal))
            {
                WriteFolder(xml, folder);
            }
        }

        return text.Append('\n').ToString();
    }

    private static void WriteFolder(XmlWriter xml, IGrouping<string?, OpmlFeed> folder)
    {
        string[] names = folder.Key?.Split('/') ?? [];
        foreach (string name in names)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", name);
        }

        foreach (OpmlFeed feed in folder)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", feed.Title ?? feed.Url.AbsoluteUri);
            xml.WriteAttributeString("xmlUrl", feed.Url.AbsoluteUri);
            if (feed.Link is not null)
            {
                xml.WriteAttributeString("htmlUrl", feed.Link.AbsoluteUri);
            }

            xml.WriteEndElement();
        }

        foreach (string _ in names)
        {
            xml.WriteEndElement();
        }
    }

    private static (ImmutableArray<OpmlFeed>? Feeds, string? Fault) ReadOnce(string xml)
    {
        using var cursor = new FeedXmlCursor(xml, NoBase);
        if (!cursor.MoveToRoot() || cursor.Name != "opml")
        {
            return (null, cursor.Fault);
        }

        var feeds = new Dictionary<Uri, OpmlFeed>();
        ReadOutlines(cursor, folder: null, feeds);
        return ([.. feeds.Values], cursor.Fault);
    }

    private static void ReadOutlines(FeedXmlCursor cursor, string? folder, Dictionary<Uri, OpmlFeed> feeds)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            string? name = cursor.Name == "outline" ? NameOf(cursor) : null;
            Uri? url = FeedLink.FromId(cursor.Attribute("xmlUrl")?.Trim());
            if (url is not null && feeds.Count < FeedLimits.Entries)
            {
                feeds.TryAdd(url, new OpmlFeed
                {
                    Url = url,
                    Title = name,
                    Link = FeedLink.FromId(cursor.Attribute("htmlUrl")?.Trim()),
                    Folder = folder,
                });
            }

            bool isFolder = url is null && name is not null;
            ReadOutlines(cursor, !isFolder ? folder : folder is null ? name : $"{folder}/{name}", feeds);
        }
    }

    private static string? NameOf(FeedXmlCursor cursor) =>
        FeedText.Collapse(cursor.Attribute("title") ?? cursor.Attribute("text") ?? "") is { Length: > 0 } name ? name : null;
}
