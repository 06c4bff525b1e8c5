using System.IO.Compression;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class SitemapReaderTests
{
    private const string News =
        """
        <?xml version="1.0"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc> /ferry </loc><lastmod>2026-05-03</lastmod>
            <news:news><news:publication><news:name>The Harbour</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-05-03T14:20:05+02:00</news:publication_date><news:title>Ferry &amp; fares</news:title></news:news>
            <image><loc>https://example.org/picture.jpg</loc><title>A picture</title></image></url>
          <url><loc>mailto:desk@example.org</loc></url>
          <url><loc>https://example.org/two</loc></url>
        </urlset>
        """;

    [Fact]
    public async Task A_news_sitemap_tells_titles_and_dates()
    {
        List<SitemapEntry> entries = await ReadAsync(Encoding.UTF8.GetBytes(News));

        Assert.Equal(
            ["https://example.org/ferry", "https://example.org/two"], entries.Select(entry => entry.Url.AbsoluteUri));
        Assert.Equal(
            ("Ferry & fares", "The Harbour", "en"), (entries[0].Title, entries[0].Publication, entries[0].Language));
        Assert.Equal("2026-05-03T14:20:05+02:00", entries[0].PublishedAt.ToString());
        Assert.Equal("2026-05-03", entries[0].ModifiedAt.ToString());
    }

    [Fact]
    public async Task A_packed_sitemap_is_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(News), TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, (await ReadAsync(packed.ToArray())).Count);
    }

    [Fact]
    public async Task An_index_names_sitemaps()
    {
        List<SitemapEntry> entries = await ReadAsync(
            "<sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap></sitemapindex>"u8.ToArray());

        Assert.Equal(
            (true, "https://example.org/a.xml.gz"), (entries.Single().IsSitemap, entries.Single().Url.AbsoluteUri));
    }

    [Theory]
    [InlineData("<urlset><url><loc>/a</loc></url><url>", 1)]
    [InlineData("no sitemap", 0)]
    [InlineData("", 0)]
    public async Task A_sitemap_that_breaks_off_is_read_up_to_there(string document, int count)
    {
        var reader =
            new SitemapReader(new MemoryStream(Encoding.UTF8.GetBytes(document)), new Uri("https://example.org/"));

        Assert.Equal(
            count,
            await reader.ReadAsync(TestContext.Current.CancellationToken).CountAsync(
                TestContext.Current.CancellationToken));
        Assert.NotNull(reader.BrokenOff);
    }

    [Fact]
    public async Task No_more_entries_are_read_than_the_protocol_allows()
    {
        string document = $"<urlset>{string.Concat(Enumerable.Repeat("<url><loc>/a</loc></url>", 50_010))}</urlset>";

        Assert.Equal(50_000, (await ReadAsync(Encoding.UTF8.GetBytes(document))).Count);
    }

    [Fact]
    public async Task Of_fifty_thousand_entries_only_the_one_at_hand_is_held()
    {
        // Not by the bytes in use: other tests run beside this one.
        var reader = new SitemapReader(new LongSitemap(50_000), new Uri("https://news.example/sitemap.xml"));
        List<WeakReference> entries = [];
        await foreach (SitemapEntry entry in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            entries.Add(new WeakReference(entry));
            if (entries.Count == 49_000)
            {
                GC.Collect();
                Assert.All(entries.Take(48_000), passed => Assert.False(passed.IsAlive));
            }
        }

        Assert.Equal(50_000, entries.Count);
    }

    private static async Task<List<SitemapEntry>> ReadAsync(byte[] document) =>
        await new SitemapReader(new MemoryStream(document), new Uri("https://example.org/"))
            .ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
