using System.Collections.Immutable;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Lists_of_feed_readers_are_read()
    {
        ImmutableArray<OpmlFeed> feeds = Opml.Read(
            """
            <?xml version="1.0"?><opml version="1.0"><body>
              <outline text="News"><outline text="Local & near">
                <outline type="rss" text="The Harbour" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>
                <outline TITLE="Again" XMLURL="https://harbour.example/feed"/></outline></outline>
              <outline xmlUrl="https://valley.example/rss"/>
              <outline xmlUrl="javascript:alert(1)"/>
            </body></opml>
            """u8)!.Value;

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
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlFeed[] feeds =
        [
            new() { Url = new Uri("https://a.example/?x=1&y=2"), Title = "A <&> \"B\"", Folder = "One/Two" },
            new() { Url = new Uri("https://b.example/feed"), Title = "B", Link = new Uri("https://b.example/") },
        ];

        Assert.Equal(feeds, Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(feeds)))!.Value);
    }

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("")]
    public void What_is_no_list_is_none(string document) => Assert.Null(Opml.Read(Encoding.UTF8.GetBytes(document)));
}
