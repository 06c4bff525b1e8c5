using System.IO.Compression;
using System.Text;
using NewsDiff.Addresses;
using NewsDiff.Dates;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching.Robots;
using NewsDiff.Identity;
using NewsDiff.Text;

namespace NewsDiff.Evaluation.Fuzzing;

/// <summary>
/// The readers that take bytes from strangers, with texts to begin from. None may throw, whatever it is given.
/// </summary>
internal static class FuzzTargets
{
    // Made at its first use: an instrumented library may not be entered before the fuzzer listens.
    private static readonly Lazy<HtmlArticleExtractor> Extractor = new(static () => new HtmlArticleExtractor());

    private static readonly Uri Address = new("https://example.org/feed.xml");

    /// <summary>The names of all targets.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "feed", "jsonfeed", "sitemap", "opml", "url", "date", "charset", "html", "robots", "rules",
    ];

    /// <summary>Gives an input to a target.</summary>
    public static void Run(string target, byte[] input)
    {
        switch (target)
        {
            case "feed" or "jsonfeed":
                _ = FeedReader.Read(input, Address);
                break;
            case "sitemap":
                ReadSitemapAsync(input).GetAwaiter().GetResult();
                break;
            case "opml":
                _ = Opml.Read(input);
                break;
            case "robots":
                _ = RobotsFile.Parse(input).Check("NewsDiff", "/a?b=c");
                _ = RobotsSitemaps.Read(input, Address, most: 10);
                break;
            case "rules":
                ReadRules(Encoding.UTF8.GetString(input));
                break;
            case "url":
                RunUrl(Encoding.UTF8.GetString(input));
                break;
            case "date":
                _ = FeedDate.Read(Encoding.UTF8.GetString(input));
                break;
            case "html":
                _ = Extractor.Value.Extract(
                    new ExtractionRequest
                    {
                        Html = CharsetSniffer.DecodeHtml(input, contentType: null).Text,
                        Url = Address,
                    });
                break;
            case "charset":
                _ = CharsetSniffer.DecodeHtml(input, contentType: null);
                _ = CharsetSniffer.DecodeXml(input, Encoding.Latin1.GetString(input));
                break;
        }
    }

    private static void RunUrl(string text)
    {
        string? address = WebUrl.Resolve(text, Address.AbsoluteUri);
        if (address is not null && WebUrl.Resolve(address, baseUrl: null) != address)
        {
            throw new InvalidOperationException($"'{address}' is not read as it was written.");
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || Uri.TryCreate(address, UriKind.Absolute, out url))
        {
            _ = UrlCanonicalizer.Explain(url);
            _ = ArticleKeys.Compute(url, url.OriginalString, Address);
        }
    }

    /// <summary>The texts that inputs of a target are made from.</summary>
    public static IReadOnlyList<byte[]> Seeds(string target) => target is "sitemap"
        ? [.. Texts(target).Select(Encoding.UTF8.GetBytes), .. Texts(target).Select(Gzip)]
        : [.. Texts(target).Select(Encoding.UTF8.GetBytes)];

    private static async Task ReadSitemapAsync(byte[] input)
    {
        _ = SitemapReader.IsSitemap(input);
        _ = await new SitemapReader(new MemoryStream(input), Address).ReadAsync().CountAsync();
    }

    private static void ReadRules(string json)
    {
        try
        {
            _ = SiteRules.Parse(json).Find(Address);
        }
        catch (SiteRulesException)
        {
            // The documented answer to rules that are wrong.
        }
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string[] Texts(string target) => target switch
    {
        "feed" =>
        [
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>News</title>"
                + "<link>/</link><item><title>Fish &amp; chips</title><link>/a?b=1&amp;c</link><guid>tag:1</guid><dc:creator>Ada</dc:creator>"
                + "<pubDate>Sun, 03 May 2026 14:20:05 +0200</pubDate><description><![CDATA[<p>One</p>]]></description></item></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/b/'><title type='xhtml'><div>A "
            + "<b>day</b></div></title><link rel='hub' href='/h'/>"
                + "<entry><id>urn:1</id><title type='html'>&lt;i&gt;x&lt;/i&gt;</title><link "
                + "href='x'/><updated>2026-05-03T14:20:05Z</updated></entry></feed>",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/><item "
            + "rdf:about='/1'><title>One</title></item></rdf:RDF>",
            "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>",
        ],
        "jsonfeed" =>
        [
            """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/a","authors":[{"name":"Ada"}],"tags":["x"]}]}""",
            """{"version":"https://jsonfeed.org/version/1","home_page_url":"/","hubs":[{"type":"x","url":"/h"}],"items":[{"id":7,"external_url":"//b","content_html":"<p>\u00e9","date_published":"2026-05-03T14:20:05Z","author":{"name":"A"}},]}""",
        ],
        "sitemap" =>
        [
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
            + "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
                + "<url><loc>/a?b&amp;c</loc><lastmod>2026-05-03</lastmod><n:news><n:title>A</n:title><n:publication_date>2026-05-03T14:20:05Z</n:publication_date></n:news></url></urlset>",
            "<!-- x --><s:sitemapindex xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:sitemap><s:loc> "
            + "https://example.org/1.xml </s:loc></s:sitemap></s:sitemapindex>",
            "https://example.org/a\nhttps://example.org/b\n",
        ],
        "opml" =>
        [
            "<?xml version='1.0'?><opml version='2.0'><head><title>T</title></head><body><outline "
            + "text='News'><outline type='rss' text='A' xmlUrl='https://a.example/feed'/>"
                + "<outline text='B &amp; C' xmlUrl='//b.example/'/></outline></body></opml>",
        ],
        "robots" =>
        [
            "User-agent: *\nDisallow: /a*b$\nAllow: /%7Ea\nCrawl-delay: 2.5\n\nUser-agent: NewsDiff\nUser-agent: "
            + "Other/1\nDisallow:\nSitemap: /s.xml\r\n# c",
        ],
        "rules" =>
        [
            """{"example.org":{"title":"h1","body":[".story > p","div:not(.ad) p:nth-child(2n+1)"],"remove":"[class^=\"x\" i], ::before","date":"time"},/* c */}""",
        ],
        "url" =>
        [
            "http://www.bbc.co.uk/go/rss/int/news/-/news/world-1",
            "https://Example.org:443/a/../b?utm_source=x&id=7#top",
            "http://feeds.example/c/1/f/2/s/3/l/0L0Sexample0N0Cstory/story01.htm", "http://[::1]:80/%7Ea?x=%zz",
            "https://bücher.example/é?ü#!/a",
        ],
        "date" =>
            [
                "Sun, 03 May 2026 14:20:05 +0200", "2026-05-03T14:20:05.123Z", "20260503T1420",
                "May 3, 2026 2:20 pm CEST", "Sun May  3 14:20:05 2026",
            ],
        "html" =>
        [
            "<!doctype html><html lang=en><head><base href=/n/><title>Mill sold - The Post</title><meta "
            + "property=og:title content='Mill sold'>"
                + "<meta property=article:published_time content=2026-05-03T14:20:05+02:00><link rel=canonical "
                + "href=mill>"
                + "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\","
                + "\"author\":{\"name\":\"Ada\"}}]}</script></head>",
            "<body><nav><a href=/>Home</a></nav><article class='post has-sidebar'><h1 itemprop=headline>Mill "
            + "sold</h1><time datetime=2026-05-03>3 May</time>"
                + "<p>The mill was sold on Monday, the council said.<br><br>It opens in "
                + "May.<ul><li>One<li>Two</ul><blockquote>No &amp; no.</blockquote></article>",
            "<table><tr><td>Line<td>First<tr><td>Coast<td>05:10</table><pre> a\n  b</pre><svg><path "
            + "d='M0'/></svg><math><mi>x</mi></math><template><p>t</template>",
            "<div style='display:none' hidden aria-hidden=true><form><select><option>a<optgroup></select><textarea></form><b><i></b></i><xmp><p></xmp><noscript>",
            "<p class='correction'>Correction, 3 May: the year was wrong.</p><aside>Read more</aside><!-- c "
            + "--><![CDATA[x]]><?pi?><footer>Updated 5/5/2026</footer>",
        ],
        _ =>
        [
            "<html><head><meta charset=windows-1251><title>Совет</title>",
            "<?xml version='1.0' encoding='shift_jis'?><a>市議会</a>",
            "text/html; charset=\"koi8-r\"",
            "<meta http-equiv=content-type content='text/html; charset=big5'><!-- é -->",
        ],
    };
}
