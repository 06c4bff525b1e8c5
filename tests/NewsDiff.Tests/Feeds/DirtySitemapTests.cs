using System.IO.Compression;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>Faulty sitemaps, as scripts write them, are read as intended.</summary>
public sealed class DirtySitemapTests
{
    private const string Two =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/a</loc></url><url><loc>/b</loc></url></urlset>";

    private static readonly string[] Both = ["https://example.org/a", "https://example.org/b"];

    public static TheoryData<string> Prologs =>
    [
        "\n\n<?xml version='1.0' encoding='UTF-8'?>",
        "\ufeff<?xml version='1.0'?>\n<?xml-stylesheet href='s.xsl'?>",
        $"<?xml version='1.0'?><!-- {new string('-', 3000)} <urlset> & {new string('x', 3000)} -->",
        "<br />\n<b>Warning</b>: the disk is full & more on line 3<br />\n<?xml version='1.0'?>",
        "<!DOCTYPE urlset [<!ENTITY a 'b'><!ELEMENT url ANY>]>",
    ];

    [Theory]
    [MemberData(nameof(Prologs))]
    public async Task What_precedes_the_root_does_no_harm(string prolog) =>
        await IsReadAsync(Encoding.UTF8.GetBytes(prolog + Two), Both);

    [Theory]
    [InlineData("<urlset><url><loc>/?a=1&b=2</loc></url></urlset>", "https://example.org/?a=1&b=2")]
    [InlineData(
        "<urlset><url><loc>/?a=1&amp;b=2&unknown;</loc></url></urlset>", "https://example.org/?a=1&b=2&unknown;")]
    [InlineData("<urlset><url><loc><![CDATA[/?a=1&amp;b=2]]></loc></url></urlset>", "https://example.org/?a=1&b=2")]
    [InlineData("<urlset><url><loc>/a]]<![CDATA[]]]><![CDATA[b]]></loc></url></urlset>", "https://example.org/a]]]b")]
    [InlineData("<urlset><url><loc>/caf&eacute;</loc></url></urlset>", "https://example.org/caf%C3%A9")]
    [InlineData("<sm:urlset xmlns:sm='x'><sm:url><sm:loc>/a</sm:loc></sm:url></sm:urlset>", "https://example.org/a")]
    [InlineData("<UrlSet><URL><Loc>/a</Loc></URL></UrlSet>", "https://example.org/a")]
    [InlineData("<urlset><urlset><url><loc>/a</loc></url></urlset></urlset>", "https://example.org/a")]
    [InlineData("<urlset a='>' b=\"'/>\"><url/><url><loc>/a</loc></url></urlset>", "https://example.org/a")]
    [InlineData("<urlset><url><loc>/a\u0001\u000b</loc></url></urlset>", "https://example.org/a")]
    public async Task Faulty_xml_is_read_as_intended(string document, string address) =>
        await IsReadAsync(Encoding.UTF8.GetBytes(document), address);

    [Theory]
    [InlineData("<urlset><url><loc>/a<lastmod>2026-05-03</lastmod></url><url><loc>/b</loc></urlset>")]
    [InlineData("<urlset><url><loc>/a</loc><url><loc>/b</loc></url></urlset>")]
    [InlineData("<urlset xmlns='x><url><loc>/a</loc></url><url><loc>/b</loc></url></urlset>")]
    [InlineData("<urlset><url></loc><loc>/a</loc></url></news><url><loc>/b</loc></url></urlset>")]
    public async Task Tags_that_do_not_match_lose_no_entry_and_are_reported(string document)
    {
        (List<SitemapEntry> entries, string? fault) = await ReadAsync(Encoding.UTF8.GetBytes(document));

        Assert.Equal(Both, entries.Select(entry => entry.Url.AbsoluteUri));
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public async Task Sitemaps_are_decoded_as_feeds_are(string encoding)
    {
        Encoding form = Encoding.GetEncoding(encoding);
        string document =
            $"<?xml version='1.0' encoding='{encoding}'?><urlset><url><loc>/caf\u00e9</loc></url></urlset>";

        await IsReadAsync(form.GetBytes(document), "https://example.org/caf%C3%A9");
        await IsReadAsync([.. form.GetPreamble(), .. form.GetBytes(document)], "https://example.org/caf%C3%A9");
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?>")]
    [InlineData("<?xml version='1.0' encoding='UTF-16'?>")]
    [InlineData("")]
    public async Task Bytes_of_another_encoding_than_declared_keep_their_address(string declaration)
    {
        string document = declaration + "<urlset><url><loc>/caf\u00e9</loc></url><url><loc>/b</loc></url></urlset>";

        await IsReadAsync(Encoding.Latin1.GetBytes(document), "https://example.org/caf%C3%A9", "https://example.org/b");
    }

    [Fact]
    public async Task A_list_of_addresses_as_text_is_a_sitemap()
    {
        byte[] list = Encoding.UTF8.GetBytes("\ufeffhttps://example.org/a\r\n\r\n  https://example.org/b");

        await IsReadAsync(list, Both);
        await IsReadAsync(Pack(list), Both);
    }

    [Fact]
    public async Task Hosts_and_paths_of_a_list_may_be_in_any_script() => await IsReadAsync(
        Encoding.UTF8.GetBytes("https://b\u00fccher.example/1\nhttps://example.org/\u65b0\u805e"),
        "https://xn--bcher-kva.example/1",
        "https://example.org/%E6%96%B0%E8%81%9E");

    [Fact]
    public async Task A_character_on_the_border_of_a_block_is_one_character()
    {
        for (int length = 0; length < 4; length++)
        {
            string comment = new('x', (16 * 1024) - 40 + length);
            string document =
                $"<!--{comment}--><urlset><url><loc>/{string.Concat(Enumerable.Repeat("\u65b0\U0001f600", 100))}</loc></url></urlset>";

            await IsReadAsync(
                Encoding.UTF8.GetBytes(document),
                $"https://example.org/{string.Concat(Enumerable.Repeat("%E6%96%B0%F0%9F%98%80", 100))}");
        }
    }

    [Theory]
    [InlineData("https://example.org/ is not reachable.\n")]
    [InlineData("https://example.org/a\nnot an address\n")]
    [InlineData("<rss><channel><item><description><![CDATA[<urlset>]]></description></item></channel></rss>")]
    [InlineData("<!doctype html><html><body><code><urlset></code> is how a sitemap begins</body></html>")]
    [InlineData("<!-- <urlset> --><feed/>")]
    [InlineData("<urlsets/>")]
    [InlineData("{\"<urlset>\": 1}")]
    [InlineData("")]
    public void A_document_that_only_mentions_a_sitemap_is_not_one(string document) =>
        Assert.False(SitemapReader.IsSitemap(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public async Task Members_of_gzip_are_read_one_after_the_other()
    {
        byte[] document = Encoding.UTF8.GetBytes(Two);

        await IsReadAsync([.. Pack(document[..60]), .. Pack(document[60..])], Both);
    }

    [Theory]
    [InlineData(Two)]
    [InlineData("https://example.org/a\nhttps://example.org/b")]
    public async Task A_packed_sitemap_that_breaks_off_says_so(string document)
    {
        string padded = document.Replace(
            "/b", "/b" + string.Concat(Enumerable.Range(0, 500)), StringComparison.Ordinal);
        byte[] packed = Pack(Encoding.UTF8.GetBytes(padded));

        (_, string? whole) = await ReadAsync(packed);
        (_, string? cut) = await ReadAsync(packed[..^200]);

        Assert.Null(whole);
        Assert.NotNull(cut);
    }

    [Fact]
    public async Task Addresses_titles_and_dates_of_pictures_are_not_taken_for_the_page()
    {
        (List<SitemapEntry> entries, _) = await ReadAsync(Encoding.UTF8.GetBytes(
            """
            <urlset xmlns:image="i" xmlns:video="v" xmlns:news="n"><url>
            <image:image><image:loc>/picture.jpg</image:loc><image:title>A picture</image:title></image:image>
            <video:video><video:title>A film</video:title><video:publication_date>2001-01-01</video:publication_date></video:video>
            <loc>/a</loc><news:news><news:title>The <b>mill</b> is sold</news:title><news:publication_date>2026-05-03</news:publication_date></news:news>
            </url></urlset>
            """));

        SitemapEntry entry = Assert.Single(entries);
        Assert.Equal(
            ("https://example.org/a", "The mill is sold", "2026-05-03"),
            (entry.Url.AbsoluteUri, entry.Title, entry.PublishedAt?.ToString()));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_left_out_and_reported()
    {
        (List<SitemapEntry> entries, string? fault) = await ReadAsync(Encoding.UTF8.GetBytes(
            $"<urlset><url><loc>/{new string('x', 9000)}</loc></url><url><loc>/b</loc></url></urlset>"));

        Assert.Equal("https://example.org/b", Assert.Single(entries).Url.AbsoluteUri);
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("<urlset><url><loc>", ' ', "/a</loc></url></urlset>")]
    [InlineData("<urlset><url><loc>/a</loc><x y='", 'x', "'/></url></urlset>")]
    [InlineData("<urlset><url><loc>/a</loc><lastmod>", 'x', "</lastmod></url></urlset>")]
    [InlineData("<urlset><!--", 'x', "--><url><loc>/a</loc></url></urlset>")]
    [InlineData("<urlset ", 'x', "><url><loc>/a</loc></url></urlset>")]
    public async Task A_part_of_any_length_is_not_kept(string before, char filling, string after)
    {
        const int Length = 16_000_000;
        var document =
            new FilledStream(Encoding.UTF8.GetBytes(before), (byte)filling, Length, Encoding.UTF8.GetBytes(after));
        var reader = new SitemapReader(document, new Uri("https://example.org/"));

        long start = GC.GetAllocatedBytesForCurrentThread();
        int count = await reader.ReadAsync(TestContext.Current.CancellationToken).CountAsync(
            TestContext.Current.CancellationToken);

        Assert.Equal(1, count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, Length / 8);
    }

    [Fact]
    public async Task A_sitemap_is_read_up_to_the_length_that_the_protocol_allows()
    {
        var document = new FilledStream(
            [.. "<urlset><url><loc>/a</loc></url>"u8],
            (byte)' ',
            60_000_000,
            [.. "<url><loc>/b</loc></url></urlset>"u8]);
        var reader = new SitemapReader(document, new Uri("https://example.org/"));

        Assert.Equal(
            1,
            await reader.ReadAsync(TestContext.Current.CancellationToken).CountAsync(
                TestContext.Current.CancellationToken));
        Assert.NotNull(reader.BrokenOff);
    }

    [Fact]
    public async Task Whatever_is_cut_out_of_a_sitemap_nothing_is_thrown()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><!DOCTYPE urlset [<!ENTITY a 'b'>]><urlset "
            + "a=\"1\"><url><loc><![CDATA[/a]]></loc><lastmod>2026</lastmod></url><!-- c --></urlset>");
        byte[] packed = Pack(whole);
        for (int start = 0; start < whole.Length; start++)
        {
            for (int length = 1; start + length <= whole.Length; length += 7)
            {
                await ReadAsync([.. whole[..start], .. whole[(start + length)..]]);
                await ReadAsync(
                    start + length <= packed.Length ? [.. packed[..start], .. packed[(start + length)..]] : packed);
            }
        }
    }

    [Theory]
    [InlineData("<url/>")]
    [InlineData("</z></z>")]
    public async Task A_sitemap_of_nothing_but_tags_is_read_up_to_a_number_of_them(string tags)
    {
        string many = string.Concat(Enumerable.Repeat(tags, 1_000_000));

        (List<SitemapEntry> entries, string? fault) = await ReadAsync(
            Encoding.UTF8.GetBytes($"<urlset><url><loc>/a</loc></url>{many}<url><loc>/b</loc></url></urlset>"));

        Assert.Equal("/a", Assert.Single(entries).Url.AbsolutePath);
        Assert.Equal("It has too many elements.", fault);
    }

    private static async Task IsReadAsync(byte[] document, params string[] addresses)
    {
        (List<SitemapEntry> entries, string? fault) = await ReadAsync(document);

        Assert.True(SitemapReader.IsSitemap(document));
        Assert.Equal(addresses, entries.Select(entry => entry.Url.AbsoluteUri));
        Assert.Null(fault);
    }

    private static async Task<(List<SitemapEntry> Entries, string? Fault)> ReadAsync(byte[] document)
    {
        var reader = new SitemapReader(new MemoryStream(document), new Uri("https://example.org/"));
        List<SitemapEntry> entries = await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(
            TestContext.Current.CancellationToken);
        return (entries, reader.BrokenOff);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
