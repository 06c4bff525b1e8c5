using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class FeedDetailTests
{
    private static readonly Uri Address = new("https://example.org/news/feed.xml");

    [Theory]
    [InlineData("<title type='html'>A &lt;i&gt;new&lt;/i&gt; day</title>", "A new day", "A <i>new</i> day")]
    [InlineData(
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <i>new</i> day</div></title>",
        "A new day",
        "A <i>new</i> day")]
    [InlineData("<title>A <i>new</i> day</title>", "A new day", "A <i>new</i> day")]
    [InlineData("<title mode='base64'>QSA8aT5uZXc8L2k+IGRheQ==</title>", "A new day", "A <i>new</i> day")]
    [InlineData(
        "<title type='html'>&lt;a href='/x'&gt;X&lt;/a&gt;</title>", "X", "<a href='https://example.org/x'>X</a>")]
    [InlineData(
        "<title xml:base='/b/'>See <a href='x'>X</a></title>",
        "See X",
        "See <a href=\"https://example.org/b/x\">X</a>")]
    [InlineData("<title mode='base64'>no base64!</title>", "no base64!", null)]
    [InlineData("<title>1 &lt; 2</title>", "1 < 2", null)]
    public void A_title_is_text_and_keeps_its_markup_beside_it(string title, string text, string? html)
    {
        FeedEntry entry = Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>").Entries[0];

        Assert.Equal((text, html), (entry.Title, entry.TitleHtml));
    }

    [Fact]
    public void Channel_definition_format_is_read()
    {
        Feed feed = Read(
            "<CHANNEL HREF='/home'><ITEM HREF='/story' LASTMOD='2004-04-06T23:05:43-05:00'><TITLE>Story</TITLE></ITEM></CHANNEL>");

        Assert.Equal("https://example.org/home", feed.Link?.AbsoluteUri);
        Assert.Equal("https://example.org/story", feed.Entries[0].Link?.AbsoluteUri);
        Assert.Equal("2004-04-06T23:05:43-05:00", feed.Entries[0].UpdatedAt?.ToString());
    }

    [Fact]
    public void Rss_in_a_namespace_with_a_prefix_is_read()
    {
        Feed feed = Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/">
              <rss:channel rdf:about="https://example.org/"><rss:title>News</rss:title></rss:channel>
              <rss:item rdf:about="https://example.org/1"><rss:title>One</rss:title></rss:item>
            </rdf:RDF>
            """);

        Assert.Equal("News", feed.Title);
        Assert.Equal(("One", "https://example.org/1"), (feed.Entries[0].Title, feed.Entries[0].Link?.AbsoluteUri));
    }

    [Fact]
    public void A_relative_id_is_resolved_as_any_address()
    {
        Feed feed = Read("<feed xml:base='/a/'><id>b/c</id><entry><id>tag:example.org,2026:a/b</id></entry></feed>");

        Assert.Equal("https://example.org/a/b/c", feed.Id);
        Assert.Equal("tag:example.org,2026:a/b", feed.Entries[0].Id);
    }

    [Theory]
    [InlineData("<feed><link rel='hub' href='https://hub.example/'/><link rel='self' href='/self'/></feed>")]
    [InlineData(
        "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><atom:link rel='hub' href='https://hub.example/'/>"
            + "<atom:link rel='self' href='/self'/></channel></rss>")]
    [InlineData("""{"items":[],"feed_url":"/self","hubs":[{"type":"WebSub","url":"https://hub.example/"}]}""")]
    public void A_feed_names_its_hub_and_itself(string document)
    {
        Feed feed = Read(document);

        Assert.Equal([new Uri("https://hub.example/")], feed.Hubs);
        Assert.Equal("https://example.org/self", feed.SelfUrl?.AbsoluteUri);
    }

    private static Feed Read(string document) => FeedReader.Read(Encoding.UTF8.GetBytes(document), Address).Feed!;
}
