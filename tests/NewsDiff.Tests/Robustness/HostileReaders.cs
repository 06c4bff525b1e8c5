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

    /// <summary>The kinds that the library itself reads; archives have their own package.</summary>
    public static IEnumerable<HostileKind> Kinds =>
        Enum.GetValues<HostileKind>().Except([HostileKind.TimeMap, HostileKind.Warc]);

    /// <summary>The calls that read the bytes, each to the end of what its reader takes.</summary>
    public static IEnumerable<Func<Task>> CallsFor(HostileKind kind, byte[] content) => kind switch
    {
        HostileKind.Page => [Of(() => Extract(content)), Of(() => HtmlArticleExtractor.FindFeeds(RequestOf(content)))],
        HostileKind.Feed => [Of(() => FeedReader.Read(content, Address)), () => ReadSitemapAsync(content)],
        HostileKind.Opml => [Of(() => Opml.Read(content))],
        HostileKind.Robots =>
        [
            Of(() => RobotsFile.Parse(content).Check("NewsDiff", "/" + new string('a', 8_000))),
            Of(() => RobotsSitemaps.Read(content, Address, most: 100)),
        ],
        HostileKind.Rules => [() => ReadRulesAsync(content)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Func<Task> Of<T>(Func<T> read) => () => Task.FromResult(read());

    private static ExtractionRequest RequestOf(byte[] content) =>
        new() { Html = CharsetSniffer.DecodeHtml(content, "text/html").Text, Url = Address };

    private static ExtractionResult Extract(byte[] content)
    {
        ExtractionResult result = Extractor.Extract(RequestOf(content));
        Assert.Equal(result.Verdict == PageVerdict.Article, result.Article is not null);
        return result;
    }

    private static async Task ReadSitemapAsync(byte[] content)
    {
        _ = SitemapReader.IsSitemap(content);
        await foreach (SitemapEntry entry in new SitemapReader(new MemoryStream(content), Address).ReadAsync())
        {
            Assert.NotNull(entry);
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
