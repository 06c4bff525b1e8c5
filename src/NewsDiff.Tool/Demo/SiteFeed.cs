using System.Text;
using System.Xml;

namespace NewsDiff.Tool.Demo;

/// <summary>Writes the site's RSS feed; stories keep their first titles, as in many feeds.</summary>
internal static class SiteFeed
{
    internal static byte[] Write(IEnumerable<Story> stories, Uri site)
    {
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
        };
        using (var xml = XmlWriter.Create(buffer, settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", NewsSite.Name);
            xml.WriteElementString("link", site.AbsoluteUri);
            xml.WriteElementString("description", "News from a port that does not exist.");
            foreach (Story story in stories)
            {
                WriteItem(xml, story, new Uri(site, story.Slug).AbsoluteUri);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void WriteItem(XmlWriter xml, Story story, string url)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", story.First.Title);
        xml.WriteElementString("link", url);
        xml.WriteElementString("guid", url);
        xml.WriteElementString("pubDate", story.First.PublishedAt.ToString("r"));
        xml.WriteEndElement();
    }
}
