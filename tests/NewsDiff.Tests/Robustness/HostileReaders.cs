using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching.Robots;
using NewsDiff.TestSupport.Hostile;
using NewsDiff.Text;

namespace NewsDiff.Tests.Robustness;

/// <summary>Gives bytes to the reader of their kind, as the library does with what it fetched.</summary>
internal static class HostileReaders
{
    private static readonly HtmlArticleExtractor Extractor = new();

    private static readonly Uri Address = new("https://example.org/news/story");

    /// <summary>Reads to the end of what the reader takes.</summary>
    public static async Task ReadAsync(HostileKind kind, byte[] content)
    {
        switch (kind)
        {
            case HostileKind.Page:
                ReadPage(content);
                break;
            case HostileKind.Feed:
                await ReadFeedAsync(content);
                break;
            case HostileKind.Opml:
                _ = Opml.Read(content);
                break;
            case HostileKind.Robots:
                _ = RobotsFile.Parse(content).Check("NewsDiff", "/" + new string('a', 8_000));
                _ = RobotsSitemaps.Read(content, Address, most: 100);
                break;
            case HostileKind.TimeMap:
                _ = TimeMapReader.Read(content, Address);
                break;
            case HostileKind.Warc:
                await ReadWarcAsync(content);
                break;
            case HostileKind.Rules:
                await ReadRulesAsync(content);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static void ReadPage(byte[] content)
    {
        var request = new ExtractionRequest { Html = CharsetSniffer.DecodeHtml(content, "text/html").Text, Url = Address };
        ExtractionResult result = Extractor.Extract(request);
        _ = PageLinks.FindFeeds(request);
        Assert.Equal(result.Verdict == PageVerdict.Article, result.Article is not null);
    }

    private static async Task ReadFeedAsync(byte[] content)
    {
        _ = FeedReader.Read(content, Address);
        _ = SitemapReader.IsSitemap(content);
        await foreach (SitemapEntry entry in new SitemapReader(new MemoryStream(content), Address).ReadAsync())
        {
            Assert.NotNull(entry);
        }
    }

    private static async Task ReadWarcAsync(byte[] content)
    {
        await using var reader = new WarcReader(new MemoryStream(content), new WarcReaderOptions { CheckDigests = true });
        while (await reader.ReadAsync() is { } record)
        {
            _ = await record.ReadBlockAsync(100_000);
        }
    }

    private static async Task ReadRulesAsync(byte[] content)
    {
        try
        {
            _ = (await SiteRules.LoadAsync(new MemoryStream(content))).Find(Address);
        }
        catch (SiteRulesException)
        {
            // It is documented: rules are written by the host, who is told what is wrong with them.
        }
    }
}
