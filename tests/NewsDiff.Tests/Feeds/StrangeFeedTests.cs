using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>Feeds that mix formats, extensions and conventions.</summary>
public sealed class StrangeFeedTests
{
    private const string Item = "<item><title>A</title><link>https://paper.example/a</link></item>";
    private const string Entry = "<entry><title>A</title><link href='https://paper.example/a'/></entry>";

    private static readonly Uri Address = new("https://paper.example/feed");

    [Theory]
    [InlineData($"<rss><channel><items>{Item}</items></channel></rss>")]
    [InlineData($"<rss><channel xmlns='urn:own'>{Item}</channel></rss>")]
    [InlineData("<rss><channel><item xmlns='urn:own'><title>A</title><link>/a</link></item></channel></rss>")]
    [InlineData($"<rss><channel>{Entry}</channel></rss>")]
    [InlineData($"<feed xmlns='http://www.w3.org/2005/Atom'>{Item}</feed>")]
    [InlineData($"<feed xmlns='https://www.w3.org/2005/Atom/'>{Entry}</feed>")]
    public void Entries_in_a_strange_place_or_namespace_are_read(string document)
    {
        FeedEntry entry = Assert.Single(Read(document).Entries);

        Assert.Equal(("A", "https://paper.example/a"), (entry.Title, entry.Link?.AbsoluteUri));
    }

    [Theory]
    [InlineData("<x:items xmlns:x='urn:own'>" + Item + "</x:items>")]
    [InlineData("<x:item xmlns:x='urn:own'><title>A</title></x:item>")]
    [InlineData("<image>" + Item + "</image>")]
    public void Elements_of_extensions_are_no_entries(string part) =>
        Assert.Empty(Read($"<rss><channel>{part}</channel></rss>").Entries);

    [Theory]
    [InlineData("<link rel='Alternate' href='/a'/>", "https://paper.example/a")]
    [InlineData("<link rel='alternate canonical' href='/a'/>", "https://paper.example/a")]
    [InlineData("<link rel='ALTERNATE' href='/b'/><link rel='alternate' href='/a'/>", "https://paper.example/a")]
    [InlineData("<content type='text/html' src='/a'/>", "https://paper.example/a")]
    [InlineData("<content src='/b'/><link href='/a'/>", "https://paper.example/a")]
    [InlineData("<content type='video/mp4' src='/a'/>", null)]
    [InlineData("<link rel='alternates' href='/a'/>", null)]
    [InlineData("<link rel='self via' href='/a'/>", null)]
    public void The_link_of_an_entry_is_found_by_its_relation(string parts, string? link) =>
        Assert.Equal(link, AtomEntry(parts).Link?.AbsoluteUri);

    [Fact]
    public void A_hub_among_several_relations_is_found() => Assert.Equal(
        "https://hub.example/",
        Assert.Single(Read($"<feed><link rel='hub self' href='https://hub.example/'/></feed>").Hubs).AbsoluteUri);

    [Theory]
    [InlineData("<title>Tom &amp;amp; Ann&amp;#39;s</title>", "Tom & Ann's")]
    [InlineData("<title type='HTML'>Tom &amp;amp; Ann</title>", "Tom & Ann")]
    [InlineData("<title>Use &lt;b&gt; &amp; &amp;c</title>", "Use <b> & &c")]
    [InlineData("<title>R&amp;D; and AT&amp;T</title>", "R&D; and AT&T")]
    public void A_text_that_is_escaped_once_too_often_is_read(string title, string text) =>
        Assert.Equal(text, AtomEntry(title).Title);

    [Theory]
    [InlineData("<itunes:title>B</itunes:title><title>A</title>", "A")]
    [InlineData("<itunes:title>B</itunes:title>", "B")]
    [InlineData("<media:group><media:title>B</media:title></media:group>", "B")]
    [InlineData("<media:content><media:thumbnail/></media:content>", "")]
    public void A_title_for_a_player_stands_in(string parts, string title) => Assert.Equal(title, RssItem(parts).Title);

    [Theory]
    [InlineData("<content:encoded>Long</content:encoded><description>Short</description>", "Short")]
    [InlineData("<content:encoded>Long</content:encoded><description/>", "Long")]
    [InlineData("<itunes:summary>Words</itunes:summary>", "Words")]
    [InlineData("<media:group><media:description>Words</media:description></media:group>", "Words")]
    [InlineData(
        "<description>&lt;style&gt;p{}&lt;/style&gt;One&lt;script&gt;if (a&lt;b) x()&lt;/SCRIPT&gt; two</description>",
        "One two")]
    [InlineData("<description>&lt;b&gt;One&lt;/b&gt; &lt;script&gt;x()</description>", "One x()")]
    public void A_summary_is_the_best_text_there_is(string parts, string summary) =>
        Assert.Equal(summary, RssItem(parts).Summary);

    [Theory]
    [InlineData("<author><name>Ada</name><email>ada@paper.example</email></author>", "Ada")]
    [InlineData("<author><email>ada@paper.example</email><name>Ada</name></author>", "Ada")]
    [InlineData("<author><name/>x</author><itunes:author>Ada</itunes:author>", "Ada")]
    [InlineData("<itunes:author>Bo</itunes:author><author>Ada</author>", "Ada")]
    [InlineData("<atom:author><atom:name>Ada</atom:name></atom:author>", "Ada")]
    [InlineData("<dc:creator>Ada</dc:creator><author>bo@paper.example (Bo)</author>", "Ada, Bo")]
    public void Authors_are_read_in_the_words_of_any_format(string parts, string authors) =>
        Assert.Equal(authors, string.Join(", ", RssItem(parts).Authors));

    [Theory]
    [InlineData("", "Ada")]
    [InlineData("<author><name>Bo</name></author>", "Bo")]
    [InlineData("<source><author><name>Cy</name></author></source>", "Cy")]
    [InlineData("<contributor><name>Di</name></contributor>", "Ada")]
    public void An_entry_without_an_author_has_the_one_of_its_feed(string parts, string author)
    {
        Feed feed = Read($"<feed><entry><title>A</title>{parts}</entry><author><name>Ada</name></author></feed>");

        Assert.Equal([author], feed.Entries[0].Authors);
    }

    [Theory]
    [InlineData("<date>2026-05-03</date>")]
    [InlineData("<publishDate>2026-05-03</publishDate>")]
    [InlineData("<pubDate>soon</pubDate><dc:date>2026-05-03</dc:date>")]
    public void A_date_under_another_name_is_read(string parts) =>
        Assert.Equal("2026-05-03", RssItem(parts).PublishedAt.ToString());

    [Theory]
    [InlineData("<link rel='self' href='/x.json'/><link>/a</link>", "https://paper.example/a")]
    [InlineData("<link rel='alternate' href='/a'/>", "https://paper.example/a")]
    [InlineData("<permalink>/b</permalink><link>/a</link>", "https://paper.example/a")]
    [InlineData("<url>/a</url>", "https://paper.example/a")]
    [InlineData("<link rel='enclosure' href='/x.mp3'/>", null)]
    public void A_link_in_the_words_of_another_format_is_read(string parts, string? link) => Assert.Equal(
        link, Read($"<rss><channel><item>{parts}</item></channel></rss>").Entries[0].Link?.AbsoluteUri);

    [Theory]
    [InlineData("a &AMP; b &LT; c", "a & b < c")]
    [InlineData("a &Amp; b", "a &Amp; b")]
    public void Entities_in_capitals_are_those_of_HTML(string title, string text) =>
        Assert.Equal(text, RssItem($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("60.0", 60)]
    [InlineData("30", 30)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("often", null)]
    public void A_wish_for_a_pace_is_read(string written, int? minutes) => Assert.Equal(
        minutes, Read($"<rss><channel><ttl>{written}</ttl>{Item}</channel></rss>").UpdateInterval?.TotalMinutes);

    private static FeedEntry RssItem(string parts) =>
        Read($"<rss><channel><item><link>/a</link>{parts}</item></channel></rss>").Entries[0];

    private static FeedEntry AtomEntry(string parts) =>
        Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{parts}</entry></feed>").Entries[0];

    private static Feed Read(string document) => FeedReader.Read(Encoding.UTF8.GetBytes(document), Address).Feed!;
}
