using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class DirtyFeedTests
{
    [Theory]
    [InlineData("Fish & chips", "Fish & chips")]
    [InlineData("AT&T; &unknown; &", "AT&T; &unknown; &")]
    [InlineData("caf&eacute;&nbsp;&hellip;", "café …")]
    [InlineData("it&#146;s &#x2019;ere&#1;", "it’s ’ere")]
    [InlineData("1 < 2 and <3", "1 < 2 and <3")]
    [InlineData("a\u0000b\u000bc\uffffd", "abcd")]
    [InlineData("<![CDATA[a & b]]>", "a & b")]
    public void Titles_that_are_no_xml_are_read_as_they_were_meant(string written, string title) =>
        Assert.Equal(title, Read(Item($"<title>{written}</title>")).Feed!.Entries[0].Title);

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?>")]
    [InlineData("<br />\n<b>Warning</b>: something on line 3<br />\n<?xml version='1.0'?>")]
    [InlineData("<?xml version='1.1' encoding='utf-8'?>")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//X//DTD RSS 0.91//EN\" \"http://127.0.0.1:1/rss.dtd\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")]
    [InlineData("<!-- a comment & more -->")]
    public void What_precedes_the_root_does_no_harm(string prolog) =>
        Assert.Equal("One", Read(prolog + Item("<title>One</title>")).Feed!.Entries[0].Title);

    [Fact]
    public void Entities_of_a_dtd_are_never_expanded()
    {
        FeedReadResult reading = Read(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"secret\">]>"
                + Item("<title>&x;&y;</title>"));

        Assert.Equal("&x;&y;", reading.Feed!.Entries[0].Title);
    }

    [Fact]
    public void Prefixes_need_not_be_declared()
    {
        FeedEntry entry =
            Read(Item("<title>T</title><dc:creator>Ada</dc:creator><odd:thing>x</odd:thing>")).Feed!.Entries[0];

        Assert.Equal(["Ada"], entry.Authors);
    }

    [Fact]
    public void Names_may_be_written_in_any_case() =>
        Assert.Equal("T", Read("<RSS><Channel><ITEM><TITLE>T</TITLE></ITEM></Channel></RSS>").Feed!.Entries[0].Title);

    [Theory]
    [InlineData("<rss><channel><item><title>One</title><item><title>Two</title></channel></rss>")]
    [InlineData("<rss><channel><item><title>One</item><item><title>Two</title></item></rss>")]
    [InlineData(
        "<rss><channel><item><title>One</title></item></oops><item><title><b>Two</title></b x></item></channel>")]
    [InlineData(
        "<rss version=2.0 version='2.0' hidden><channel><item a=\"<\"><title>One</title></item><item><title>Two</title>")]
    [InlineData("<rss><channel><item><title>One</title></item><!-- a -- b --><item><title><![CDATA[Two")]
    public void Tags_that_are_not_closed_or_cross_lose_no_entry(string feed)
    {
        FeedReadResult reading = Read(feed);

        Assert.Equal(
            ["One", "Two"], reading.Feed!.Entries.Select(entry => entry.Title).Where(title => title.Length > 0));
        Assert.NotNull(reading.BrokenOff);
    }

    [Fact]
    public void A_feed_that_breaks_off_is_read_up_to_there()
    {
        FeedReadResult reading = Read(
            "<rss><channel><title>News</title><item><title>One</title></item><item><title>Two</title></wrong></item>");

        Assert.Equal(["One", "Two"], reading.Feed!.Entries.Select(entry => entry.Title));
        Assert.NotNull(reading.BrokenOff);
        Assert.Null(reading.Reason);
    }

    [Fact]
    public void A_feed_of_which_nothing_can_be_read_is_none()
    {
        FeedReadResult reading = Read("<rss <<<");

        Assert.Null(reading.Feed);
        Assert.NotNull(reading.Reason);
    }

    [Fact]
    public void Endless_nesting_ends_the_reading()
    {
        string nested = string.Concat(Enumerable.Repeat("<a>", 100_000));

        FeedReadResult reading = Read($"<rss><channel><item><title>One</title></item>{nested}");

        Assert.Equal("One", reading.Feed!.Entries[0].Title);
        Assert.Contains("deep", reading.BrokenOff, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_and_texts_are_bounded()
    {
        string items = string.Concat(Enumerable.Repeat("<item><title>x</title></item>", 12_000));
        string title = new('t', 1_000_000);

        Feed feed = Read($"<rss><channel><title>{title}</title>{items}</channel></rss>").Feed!;

        Assert.Equal(10_000, feed.Entries.Length);
        Assert.True(feed.Title.Length < 300_000);
    }

    [Theory]
    [InlineData("<![CDATA[How to write <?xml version='1.0'?>]]>")]
    [InlineData("<![CDATA[How to write <rss>, <feed> and <channel>]]>")]
    public void Articles_about_feeds_do_not_hide_their_own(string description)
    {
        const string atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title><summary>";

        Assert.Equal(
            "One", Read(Item($"<title>One</title><description>{description}</description>")).Feed!.Entries[0].Title);
        Assert.Equal("One", Read($"{atom}{description}</summary></entry></feed>").Feed!.Entries[0].Title);
    }

    [Fact]
    public void Names_are_bounded_and_brackets_that_never_close_are_read_once()
    {
        string names = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"<category>{i}</category>"));
        string open = string.Concat(Enumerable.Repeat("<a", 2_000_000));

        FeedEntry entry = Read(Item(names)).Feed!.Entries[0];
        FeedReadResult json = Read($$"""{ "items": [{ "title": "One", "content_html": "{{open}}" }] }""");

        Assert.Equal(100, entry.Categories.Length);
        Assert.StartsWith("<a<a", json.Feed!.Entries[0].Summary, StringComparison.Ordinal);
        Assert.True(json.Feed.Entries[0].Summary!.Length < 300_000);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_feed_nothing_is_thrown()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]>"
                + Item("<title>a&amp;b <![CDATA[c]]></title><!-- d --><pubDate>Sun, 3 May 2026</pubDate>"));
        for (int start = 0; start < whole.Length; start++)
        {
            for (int length = 1; start + length <= whole.Length; length += 7)
            {
                byte[] damaged = [.. whole[..start], .. whole[(start + length)..]];
                FeedReadResult reading = FeedReader.Read(damaged, new Uri("https://example.org/"));
                Assert.NotEqual(reading.Feed is null, reading.Reason is null);
            }
        }
    }

    private static string Item(string content) => $"<rss><channel><item>{content}</item></channel></rss>";

    private static FeedReadResult Read(string content) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(content), new Uri("https://example.org/"));
}
