using System.IO.Compression;
using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Small whole documents of every kind that strangers send.</summary>
public static class TruncatedDocuments
{
    private const string Story =
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry sails - The Post</title><link "
        + "rel=alternate type='application/rss+xml' href=/feed>"
        + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-03T14:20:05Z\","
        + "\"author\":{\"name\":\"Ada Byron\"}}</script></head>"
        + "<body><article><h1>Ferry sails again</h1><p>The ferry sails again on Monday, the harbour master said, "
        + "after the quay had been repaired.</p>"
        + "<p>It had been laid up since the storm of the winter, when two of its four engines were flooded &amp; "
        + "lost.</p></article><!-- end --></body></html>";

    /// <summary>The documents by what they are.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["rss"] = Bytes(
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Harbour</title><link>/</link><item><title>Ferry &amp; mill</title>"
            + "<link>https://example.org/ferry-and-mill</link><guid isPermaLink='false'>tag:ferry</guid><pubDate>Sun,"
            + " 03 May 2026 14:20:05 +0200</pubDate></item>"
            + "<item><guid>https://example.org/id-of-the-tide</guid><title><![CDATA[Tide]]></title><link>/tide-turns</link><description>&lt;p&gt;High</description></item></channel></rss>"),
        ["rdf"] = Bytes(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            + "xmlns='http://purl.org/rss/1.0/'><channel><title>Harbour</title></channel>"
            + "<item rdf:about='/about-one'><title>One</title><link>/one-more</link></item></rdf:RDF>"),
        ["atom"] = Bytes(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><entry><id>https://example.org/id-of-the-ferry</id><link rel='edit' href='/edit-ferry'/>"
            + "<title>Ferry</title><link href='https://example.org/ferry-and-mill'/><updated>2026-05-03T14:20:05Z</updated></entry>"
            + "<entry><title type='html'>Tide &lt;b&gt;turns</title><link "
            + "href='/tide-turns'/><id>urn:2</id></entry></feed>"),
        ["jsonfeed"] = Bytes(
            """{"version":"https://jsonfeed.org/version/1.1","title":"Harbour","items":[{"id":"1","url":"/ferry-sails","title":"Ferry","date_published":"2026-05-03T14:20:05Z"},{"id":"2","url":"/tide-turns","title":"Tide"}]}"""),
        ["dirty feed"] = Bytes(
            "<rss><channel><title>A & B</title><item><title>Fish & chips<link>/fish-and-chips</link></item><item><title>Two</title><link>/two-more</link></item></channel></rss>"),
        ["sitemap"] = Bytes(Sitemap),
        ["packed sitemap"] = Pack(Bytes(Sitemap)),
        ["index"] = Bytes(
            "<sitemapindex><sitemap><loc>https://example.org/one.xml</loc><lastmod>2026-05-03</lastmod></sitemap><sitemap><loc>/two.xml</loc></sitemap></sitemapindex>"),
        ["list of addresses"] = Bytes("https://example.org/ferry\nhttps://example.org/tide\n"),
        ["opml"] = Bytes(
            "<?xml version='1.0'?><opml version='2.0'><head><title>T</title></head><body><outline "
            + "text='News'><outline type='rss' text='A' xmlUrl='https://a.example/feed-of-a'/>"
            + "<outline text='B &amp; C' xmlUrl='https://b.example/feed'/></outline></body></opml>"),
        ["page"] = Bytes(Story),
        ["utf-16 page"] = Encoding.Unicode.GetBytes("\ufeff" + Story),
        ["robots"] = Bytes(
            "User-agent: *\nDisallow: /a*b$\nAllow: /%7Ea\nCrawl-delay: 2.5\n\nUser-agent: "
            + "NewsDiff\nDisallow:\nSitemap: /s.xml\r\n# c"),
        ["rules"] = Bytes(
            """{"example.org":{"title":"h1","body":[".story > p","div:not(.ad) p"],"remove":".share","date":"time"}}"""),
        ["links"] = Bytes(
            "<http://a.example/>;rel=\"original\",<https://w.example/web/2000/http://a.example/>;rel=\"first "
            + "memento\";datetime=\"Tue, 20 Jun 2000 18:02:59 GMT\""),
        ["json time map"] = Bytes(
            """{"original_uri":"http://a.example/","mementos":{"list":[{"datetime":"2000-06-20T18:02:59Z","uri":"https://w.example/2000/http://a.example/"}]}}"""),
        ["rows of captures"] = Bytes(
            """[["timestamp","original","statuscode"],["20000620180259","http://a.example/","200"]]"""),
        ["lines of captures"] = Bytes("example,a)/ 20000620180259 http://a.example/ text/html 200 AAAA 1\n"),
        ["warc"] = Bytes(Warc),
        ["packed warc"] = Pack(Bytes(Warc)),
    };

    /// <summary>Every beginning of a document that is shorter than the whole.</summary>
    public static IEnumerable<byte[]> BeginningsOf(string name)
    {
        byte[] whole = All[name];
        return Enumerable.Range(0, whole.Length).Select(length => whole[..length]);
    }

    private const string Sitemap =
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        + "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        + "<url><loc>https://example.org/ferry-and-mill</loc><lastmod>2026-05-03T14:20:05+02:00</lastmod><n:news><n:title>A ferry</n:title>"
        + "<n:publication_date>2026-05-03T14:20:05Z</n:publication_date></n:news></url><url><loc>/tide?a=1&amp;b=2</loc></url></urlset>";

    private const string Warc =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0a1b2c3d-0000-4000-8000-000000000001>\r\nWARC-Date: 2026-05-03T14:20:05.125Z\r\n"
        + "WARC-Target-URI: https://a.example/\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
        + "24\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello\r\n\r\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
