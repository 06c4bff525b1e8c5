using System.Collections.Immutable;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class OpmlTests
{
    [Theory]
    [InlineData("type='rss' url='https://a.example/f'", "https://a.example/f")]
    [InlineData("type='link' url='https://a.example/f'", null)]
    [InlineData("url='https://a.example/f'", null)]
    [InlineData("xmlUrl='pcast://a.example/f'", "http://a.example/f")]
    [InlineData("xmlUrl='itpc://a.example/f'", "http://a.example/f")]
    [InlineData("xmlUrl='feed:https://a.example/f'", "https://a.example/f")]
    [InlineData("xmlUrl='ftp://a.example/f'", null)]
    public void The_address_of_a_feed_is_read_in_every_form(string attributes, string? address) => Assert.Equal(
        address,
        Opml.Read(Encoding.UTF8.GetBytes($"<opml><body><outline text='A' {attributes}/></body></opml>"))!
            .Feeds.SingleOrDefault()?.Url.AbsoluteUri);

    [Theory]
    [InlineData("title='' text='A'", "A", null)]
    [InlineData("title='A' text='B'", "A", null)]
    [InlineData("text='Tom &amp;amp; Ann'", "Tom & Ann", null)]
    [InlineData("text='A' category='/News/World,/Sea'", "A", "News/World")]
    public void Names_and_categories_are_read(string attributes, string title, string? folder)
    {
        OpmlFeed feed = Opml.Read(
            Encoding.UTF8.GetBytes($"<opml><body><outline xmlUrl='https://a.example/f' {attributes}/></body></opml>"))!
                .Feeds.Single();

        Assert.Equal((title, folder), (feed.Title, feed.Folder));
    }

    [Fact]
    public void A_folder_counts_more_than_a_category() => Assert.Equal(
        "Sea",
        Opml.Read(
            """
            <opml><body><outline text="Sea">
              <outline xmlUrl="https://a.example/f" category="/Land"/>
            </outline></body></opml>
            """u8)!.Feeds.Single().Folder);

    [Fact]
    public void Lists_of_feed_readers_are_read()
    {
        OpmlReadResult reading = Opml.Read(
            """
            <?xml version="1.0"?><opml version="1.0"><body>
              <outline text="News"><outline text="Local & near">
                <outline type="rss" text="The Harbour" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>
                <outline TITLE="Again" XMLURL="https://harbour.example/feed"/></outline></outline>
              <outline xmlUrl="https://valley.example/rss"/>
              <outline xmlUrl="javascript:alert(1)"/>
            </body></opml>
            """u8)!;

        ImmutableArray<OpmlFeed> feeds = reading.Feeds;
        Assert.Equal(2, feeds.Length);
        Assert.Equal(
            new OpmlFeed
            {
                Url = new Uri("https://harbour.example/feed"),
                Title = "The Harbour",
                Link = new Uri("https://harbour.example/"),
                Folder = "News/Local & near",
            },
            feeds[0]);
        Assert.Equal((null, null), (feeds[1].Title, feeds[1].Folder));
        Assert.Equal(
            [
                new OpmlRefusal
                {
                    Address = "https://harbour.example/feed",
                    Title = "Again",
                    Reason = "It is a duplicate in the list.",
                },
                new OpmlRefusal { Address = "javascript:alert(1)", Reason = "It is not an http or https address." },
            ],
            reading.Refused);
    }

    [Fact]
    public void A_list_of_names_that_XML_forbids_is_read_by_a_strict_parser()
    {
        string written = Opml.Write(
            [
                new OpmlFeed
                {
                    Url = new Uri("https://harbour.example/feed"),
                    Title = "The \e[31mHarbour\ud83c",
                    Source = "har\0bour 🌪",
                    Folder = "News\v/Near\uffff",
                },
            ],
            "My\u0001 feeds");

        var list = System.Xml.Linq.XDocument.Parse(written);

        Assert.Equal("My feeds", list.Descendants("title").Single().Value);
        OpmlFeed feed = Assert.Single(Opml.Read(Encoding.UTF8.GetBytes(written))!.Feeds);
        Assert.Equal(
            ("The [31mHarbour", "harbour 🌪", "News/Near"), (feed.Title, feed.Source, feed.Folder));
    }

    [Fact]
    public void A_feed_with_a_password_in_its_address_is_refused_and_the_password_not_repeated()
    {
        OpmlReadResult reading = Opml.Read(
            """
            <opml><body><outline text="Mine" xmlUrl="https://me:secret@a.example/feed"/>
            <outline text="https://me:secret@b.example/" xmlUrl="https://me:secret@b.example/"/>
            <outline xmlUrl="https://c.example/@me/feed" htmlUrl="https://me:secret@c.example/"/></body></opml>
            """u8)!;

        Assert.Equal(
            [("https://a.example/feed", "Mine"), ("https://b.example/", null)],
            reading.Refused.Select(one => (one.Address, one.Title)));
        OpmlFeed feed = Assert.Single(reading.Feeds);
        Assert.Equal(
            ("https://c.example/@me/feed", "https://c.example/"), (feed.Url.AbsoluteUri, feed.Link?.AbsoluteUri));
    }

    [Fact]
    public void A_list_ends_where_too_many_feeds_were_refused()
    {
        string refused = string.Concat(Enumerable.Repeat("<outline xmlUrl='x:y'/>", 10_001));

        OpmlReadResult reading = Opml.Read(Encoding.UTF8.GetBytes(
            $"<opml><body><outline xmlUrl='https://a.example/'/>{refused}<outline "
            + "xmlUrl='https://b.example/'/></body></opml>"))!;

        Assert.Equal(
            ("https://a.example/", 10_000), (Assert.Single(reading.Feeds).Url.AbsoluteUri, reading.Refused.Length));
        Assert.Contains("too many refused outlines", reading.BrokenOff, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/'/><outline xmlUrl='https://b.exa")]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/'/><outline text='News'><outline xmlUrl=")]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/'/></folder></body></opml>")]
    public void A_list_that_is_damaged_or_breaks_off_says_so(string document)
    {
        OpmlReadResult reading = Read(document);

        Assert.Equal("https://a.example/", reading.Feeds[0].Url.AbsoluteUri);
        Assert.False(string.IsNullOrEmpty(reading.BrokenOff));
    }

    [Theory]
    [InlineData("<opml><body><outline xmlUrl='https://a.example/'/></body></opml>")]
    [InlineData("<opml><body><outline text='A & B' xmlUrl='https://a.example/?x=1&y=2'/></body></opml>")]
    [InlineData("<opml><body><outline xmlUrl='x:y'/></body></opml>")]
    [InlineData("<opml><body/></opml>")]
    public void A_whole_list_did_not_break_off(string document) => Assert.Null(Read(document).BrokenOff);

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlFeed[] feeds =
        [
            new() { Url = new Uri("https://a.example/?x=1&y=2"), Title = "A <&> \"B\"", Folder = "One/Two" },
            new() { Url = new Uri("https://b.example/feed"), Title = "B", Link = new Uri("https://b.example/") },
            new()
            {
                Url = new Uri("https://b.example/feed#2"),
                Source = "b",
                Filter = new EntryFilter(
                    ["url:/a\"<&>"], ["title:^Live"]),
            },
        ];

        Assert.Equal(feeds, Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(feeds)))!.Feeds);
    }

    [Theory]
    [InlineData("feed://a.example/rss", "http://a.example/rss")]
    [InlineData("FEED:https://a.example/rss", "https://a.example/rss")]
    [InlineData("a.example/rss?x=1", "http://a.example/rss?x=1")]
    public void Addresses_of_feeds_are_read_as_feed_readers_write_them(string written, string address) =>
        Assert.Equal(
            address,
            Assert.Single(Read($"<opml><body><outline xmlUrl='{written}'/></body></opml>").Feeds).Url.AbsoluteUri);

    [Theory]
    [InlineData("mailto:desk@a.example")]
    [InlineData("localhost:8080/rss")]
    [InlineData("feed:javascript:alert(1)")]
    [InlineData("feeds/rss")]
    [InlineData("../a.example/rss")]
    [InlineData("a..example/rss")]
    public void What_is_no_address_is_refused(string written) =>
        Assert.Equal(
            written, Assert.Single(Read($"<opml><body><outline xmlUrl='{written}'/></body></opml>").Refused).Address);

    [Fact]
    public void Names_of_folders_are_bounded_and_so_are_their_paths()
    {
        string name = new('n', 900_000);
        string open = string.Concat(Enumerable.Repeat($"<outline text='{name}'>", 3))
            + string.Concat(Enumerable.Repeat("<outline text='abcdefghij'>", 200));
        string feeds = string.Concat(
            Enumerable.Range(0, 2_000).Select(n => $"<outline xmlUrl='https://a.example/{n}'/>"));
        byte[] document = Encoding.UTF8.GetBytes($"<opml><body>{open}{feeds}");

        long before = GC.GetAllocatedBytesForCurrentThread();
        OpmlReadResult reading = Opml.Read(document)!;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30L * document.Length);
        Assert.Equal(2_000, reading.Feeds.Length);
        Assert.All(reading.Feeds, feed => Assert.InRange(feed.Folder!.Length, 1_000, 4_000));
    }

    [Theory]
    [InlineData("<!-- <rss/> <entry> --><opml><body><outline xmlUrl='https://a.example/'/></body></opml>")]
    [InlineData("<br/>Warning\n<opml><body><outline xmlUrl='https://a.example/'/></body></opml>")]
    public void What_precedes_the_list_does_no_harm(string document) => Assert.Single(Read(document).Feeds);

    [Fact]
    public void A_filter_of_another_program_is_passed_over() => Assert.Null(
        Assert.Single(
            Opml.Read(
                "<opml><body><outline xmlUrl='https://a.example/' filter='sport'/></body></opml>"u8)!.Feeds).Filter);

    [Fact]
    public void A_feed_whose_filter_cannot_be_used_is_refused() => Assert.Contains(
        "bounded time",
        Assert.Single(
            Opml.Read(
                "<opml><body><outline xmlUrl='https://a.example/' filter='+url:(a)\\1'/></body></opml>"u8)!.Refused).Reason,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("<html><body><pre><opml><body/></opml></pre></body></html>")]
    [InlineData("")]
    public void What_is_no_list_is_refused(string document) => Assert.Null(Opml.Read(Encoding.UTF8.GetBytes(document)));

    private static OpmlReadResult Read(string document) => Opml.Read(Encoding.UTF8.GetBytes(document))!;
}
