using System.Text;
using System.Xml;
using NewsDiff.Feeds.Reading;
using NewsDiff.Text;

namespace NewsDiff.Feeds;

/// <summary>Reads and writes lists of feeds in OPML 1.0 and 2.0, for exchange between readers.</summary>
public static class Opml
{
    // What OPML has no attribute for must be in a namespace.
    private const string Prefix = "newsdiff";
    private const string Namespace = "urn:newsdiff:opml";

    private static readonly Uri NoBase = new("about:blank");

    /// <summary>Reads a list of feeds.</summary>
    /// <param name="content">The document; dirty XML is mended as in feeds.</param>
    /// <returns>Its feeds, and the refused outlines; null when the document is not OPML.</returns>
    public static OpmlReadResult? Read(ReadOnlySpan<byte> content)
    {
        using var text = new CharBuffer(content.Length);
        using var mended = new CharBuffer(0);
        CharsetSniffer.DecodeXml(content, contentType: null, text);
        MendedXml document = XmlRepair.Apply(text, mended);
        (OpmlReadResult? reading, string? fault) = document.IsPage ? (null, null) : ReadOnce(document.Xml);
        if (fault is not null)
        {
            using var balanced = new CharBuffer(0);
            TagBalancer.Apply(document.Xml, balanced);
            reading = ReadOnce(balanced.Memory).Reading ?? reading;
        }

        return reading is null
            ? null
            : reading with { BrokenOff = fault ?? reading.BrokenOff ?? document.Limit };
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
        var settings = new XmlWriterSettings
        {
            Indent = true,
            OmitXmlDeclaration = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", Prefix, ns: null, Namespace);
            xml.WriteStartElement("head");
            xml.WriteElementString("title", XmlChars.Clean(title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (IGrouping<string?, OpmlFeed> folder in feeds.GroupBy(
                static feed => feed.Folder, StringComparer.Ordinal))
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
            xml.WriteAttributeString("text", XmlChars.Clean(name));
        }

        foreach (OpmlFeed feed in folder)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", XmlChars.Clean(feed.Title ?? feed.Url.AbsoluteUri));
            xml.WriteAttributeString("xmlUrl", feed.Url.AbsoluteUri);
            WriteOptional(xml, prefix: null, "htmlUrl", feed.Link?.AbsoluteUri);
            WriteOptional(xml, Prefix, "source", feed.Source);
            WriteOptional(xml, Prefix, "filter", feed.Filter?.ToString());

            xml.WriteEndElement();
        }

        foreach (string _ in names)
        {
            xml.WriteEndElement();
        }
    }

    private static void WriteOptional(XmlWriter xml, string? prefix, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(prefix, name, prefix is null ? null : Namespace, XmlChars.Clean(value));
        }
    }

    private static (OpmlReadResult? Reading, string? Fault) ReadOnce(ReadOnlyMemory<char> xml)
    {
        using var cursor = new FeedXmlCursor(xml, NoBase);
        if (!cursor.MoveToRoot() || cursor.Name != "opml")
        {
            return (null, cursor.Fault);
        }

        var outlines = new OpmlOutlines();
        outlines.Read(cursor, folder: null);
        return (outlines.ToReading() with { BrokenOff = cursor.Limit }, cursor.Fault);
    }
}
