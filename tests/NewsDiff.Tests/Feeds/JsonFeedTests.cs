using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class JsonFeedTests
{
    [Fact]
    public void Properties_may_come_in_any_order_and_the_last_of_two_counts()
    {
        FeedReadResult reading = Read("""
            {"items":[{"id":"0"}],"x":{"items":[{"title":"no"}]},
             "items":[{"title":"A","content_html":"<p>html</p>","title":"B","summary":"short","content_text":"plain","tags":["x",1,null,["y"],"z"],
                       "authors":[null,"Eve",{"name":null},{"url":"/","name":"Ada"}],"author":{"name":"Bo"},"date_published":"2026-05-03"}],
             "title":"Old","title":"New","hubs":[{"type":"w","url":"/hub"},7],"home_page_url":"/"}
            """);

        FeedEntry entry = Assert.Single(reading.Feed!.Entries);
        Assert.Equal(("B", "short", "2026-05-03"), (entry.Title, entry.Summary, entry.PublishedAt?.ToString()));
        Assert.Equal(["x", "z"], entry.Categories);
        Assert.Equal(["Eve", "Ada", "Bo"], entry.Authors);
        Assert.Equal(
            ("New", "https://example.org/hub"), (reading.Feed.Title, Assert.Single(reading.Feed.Hubs).AbsoluteUri));
        Assert.Null(reading.BrokenOff);
    }

    [Theory]
    [InlineData("""\u0041\n\t\"\\\/\u00e9""", """A "\/é""")]
    [InlineData("""\ud83d\ude00!""", "😀!")]
    [InlineData("""cut \ud83d""", "cut \ufffd")]
    [InlineData("""\ude00 \ud83dx""", "\ufffd \ufffdx")]
    public void Escapes_stand_for_their_characters_and_half_a_pair_for_none(string written, string title) =>
        Assert.Equal(title, Assert.Single(Read($$"""{"items":[{"title":"{{written}}"}]}""").Feed!.Entries).Title);

    [Theory]
    [InlineData("""{"title":"T","items":[{"id":"1"},{"id":"2"},{"id":""")]
    [InlineData("""{"title":"T","items":[{"id":"1"},{"id":"2"}}""")]
    [InlineData("""{"title":"T","items":[{"id":"1"},{"id":"2"}] "x" }""")]
    public void A_feed_that_breaks_off_is_read_up_to_there(string document)
    {
        FeedReadResult reading = Read(document);

        Assert.Equal(["1", "2"], reading.Feed!.Entries.Select(entry => entry.Id));
        Assert.NotNull(reading.BrokenOff);
    }

    [Fact]
    public void What_is_nested_too_deep_ends_the_reading()
    {
        FeedReadResult reading = Read($$"""{"items":[{"id":"1"},{"x":{{new string('[', 1_000_000)}}""");

        Assert.Equal("1", Assert.Single(reading.Feed!.Entries).Id);
        Assert.NotNull(reading.BrokenOff);
    }

    [Theory]
    [InlineData("""{"title":"T"}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[""")]
    [InlineData("""{ nonsense""")]
    [InlineData("{")]
    public void A_document_that_is_not_a_feed_is_refused(string document)
    {
        FeedReadResult reading = Read(document);

        Assert.Null(reading.Feed);
        Assert.NotNull(reading.Reason);
    }

    [Fact]
    public void A_text_past_the_limit_is_passed_over_and_not_kept()
    {
        string text = string.Concat(Enumerable.Repeat("\\u00e9x", 1_000_000));

        FeedEntry entry = Assert.Single(Read($$"""{"items":[{"title":"{{text}}"}]}""").Feed!.Entries);

        Assert.Equal(256 * 1024, entry.Title.Length);
        Assert.StartsWith("éxéx", entry.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_feed_nothing_is_thrown()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            """{"version":"https://jsonfeed.org/version/1.1","title":"T\u00e9","items":[{"id":"1","url":"/a","authors":[{"name":"Ada"}],"tags":["x"]}]}""");
        for (int start = 1; start < whole.Length; start++)
        {
            for (int length = 1; start + length <= whole.Length; length += 5)
            {
                FeedReadResult reading = FeedReader.Read(
                    [.. whole[..start], .. whole[(start + length)..]], new Uri("https://example.org/"));
                Assert.NotEqual(reading.Feed is null, reading.Reason is null);
            }
        }
    }

    [Theory]
    [InlineData("{\"items\":[{\"id\":\"1\",\"title\":\"one\ntwo\u0008\"}]}", "one two")]
    [InlineData("{\"items\":[{\"id\":\"1\",\"title\":\"Ann\\'s\"}]}", "Ann's")]
    [InlineData("{\"items\":[{\"id\":\"1\",\"title\":\"C:\\data \\u12\"}]}", "C:data u12")]
    [InlineData("cb({\"items\":[{\"id\":\"1\",\"title\":\"A\"}]});", "A")]
    [InlineData(")]}'\n{\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}", "A")]
    [InlineData("{\"items\":{\"id\":\"1\",\"title\":\"A\"}}", "A")]
    [InlineData("{\"items\":[{\"id\":\"1\",\"title\":\"Tom &amp; Ann\"}]}", "Tom & Ann")]
    public void Faulty_json_is_read_as_intended(string document, string title)
    {
        FeedReadResult reading = Read(document);

        Assert.Equal(title, Assert.Single(reading.Feed!.Entries).Title);
        Assert.Null(reading.BrokenOff);
    }

    [Theory]
    [InlineData("see {\"items\":[{\"id\":\"1\"}]}")]
    [InlineData("[{\"id\":\"1\"}]")]
    [InlineData("\"cb({\"items\":[{\"id\":\"1\"}]})")]
    public void A_document_with_a_list_inside_is_no_feed(string document) => Assert.Null(Read(document).Feed);

    [Theory]
    [InlineData("""{"items":[{"author":"Ada"}]}""", "Ada")]
    [InlineData("""{"authors":[{"name":"Ada"}],"items":[{"id":"1"}]}""", "Ada")]
    [InlineData("""{"items":[{"id":"1"}],"author":{"name":"Ada"}}""", "Ada")]
    [InlineData("""{"author":{"name":"Ada"},"items":[{"authors":["Bo"]}]}""", "Bo")]
    public void Authors_are_read_in_every_form(string document, string author) =>
        Assert.Equal([author], Assert.Single(Read(document).Feed!.Entries).Authors);

    [Theory]
    [InlineData("""{"items":[{"external_url":"https://other.example/b"}]}""", "https://other.example/b")]
    [InlineData(
        """{"items":[{"external_url":"https://other.example/b","id":"https://example.org/a"}]}""",
        "https://example.org/a")]
    [InlineData("""{"items":[{"external_url":"https://other.example/b","url":"/a"}]}""", "https://example.org/a")]
    public void What_an_item_is_about_stands_in_for_its_page(string document, string link) =>
        Assert.Equal(link, Assert.Single(Read(document).Feed!.Entries).Link?.AbsoluteUri);

    private static FeedReadResult Read(string content) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(content), new Uri("https://example.org/"));
}
