using System.Text;
using System.Xml;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>An entry of a sitemap while it is read.</summary>
internal sealed class SitemapDraft(Uri baseUrl)
{
    private const int LongestText = 4096;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Takes the node that a reader is at; gives the entry that it completes.</summary>
    public SitemapEntry? Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                _text.Clear();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                string value = xml.Value;
                _text.Append(value.AsSpan(0, Math.Min(value.Length, LongestText - Math.Min(LongestText, _text.Length))));
                break;
            case XmlNodeType.EndElement:
                return Close(AsciiCase.Lower(xml.LocalName));
        }

        return null;
    }

    private SitemapEntry? Close(string name)
    {
        switch (name)
        {
            case "url" or "sitemap":
                SitemapEntry? entry = ToEntry(isSitemap: name == "sitemap");
                _values.Clear();
                return entry;
            case "loc" or "lastmod" or "title" or "publication_date" or "name" or "language":
                // The first is the page's own; images and videos have titles and addresses too.
                _values.TryAdd(name, FeedText.Collapse(_text.ToString()));
                break;
        }

        _text.Clear();
        return null;
    }

    private SitemapEntry? ToEntry(bool isSitemap) => FeedLink.Resolve(Value("loc"), baseUrl) is not { } url
        ? null
        : new SitemapEntry
        {
            Url = url,
            IsSitemap = isSitemap,
            ModifiedAt = FeedDate.Read(Value("lastmod")),
            Title = Value("title"),
            PublishedAt = FeedDate.Read(Value("publication_date")),
            Publication = Value("name"),
            Language = Value("language"),
        };

    private string? Value(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
