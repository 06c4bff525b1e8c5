using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsDiff.Pages.Publishing;

/// <summary>Lists the pages of a published site for search engines (sitemaps.org).</summary>
/// <param name="site">The address of the site.</param>
internal sealed class SitemapFiles(Uri site)
{
    // The protocol's limit.
    private const int MostPerFile = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly List<(string File, DateTimeOffset ChangedAt)> _pages = [];

    internal void Add(string file, DateTimeOffset changedAt) => _pages.Add((file, changedAt));

    /// <summary>The files and their texts: one sitemap, or an index and its parts.</summary>
    internal IEnumerable<(string Name, string Text)> Write()
    {
        (string File, DateTimeOffset ChangedAt)[][] parts = [.. _pages.Chunk(MostPerFile)];
        if (parts.Length <= 1)
        {
            yield return ("sitemap.xml", Write("urlset", "url", _pages));
            yield break;
        }

        var files = new List<(string File, DateTimeOffset ChangedAt)>();
        for (int i = 0; i < parts.Length; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"sitemap-{i + 1}.xml");
            files.Add((name, parts[i].Max(page => page.ChangedAt)));
            yield return (name, Write("urlset", "url", parts[i]));
        }

        yield return ("sitemap.xml", Write("sitemapindex", "sitemap", files));
    }

    private string Write(string list, string item, IEnumerable<(string File, DateTimeOffset ChangedAt)> entries)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(new Utf8StringWriter(text), settings))
        {
            xml.WriteStartElement(list, Namespace);
            foreach ((string file, DateTimeOffset changedAt) in entries)
            {
                xml.WriteStartElement(item, Namespace);
                xml.WriteElementString("loc", Namespace, new Uri(site, file).AbsoluteUri);
                xml.WriteElementString(
                    "lastmod",
                    Namespace,
                    changedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A writer whose declaration names the encoding of the files.</summary>
    private sealed class Utf8StringWriter(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
