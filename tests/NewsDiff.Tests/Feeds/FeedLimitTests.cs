using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>The limits of a feed's content, and the handling of the rest.</summary>
public sealed class FeedLimitTests
{
    private const int Most = 100_000_000;

    private static readonly Uri Url = new("https://example.org/feed");

    public static TheoryData<string> ManyAttributes =>
    [
        Many(" a{0}=''"),
        Many(" xmlns:a{0}='b'"),
        Many(" a{0}"),
        Many(" a{0}=1"),
        Many(" a{0}='&'"),
        Many(" a{0}='<'"),
        " x='>'" + Many(" a{0}=\"'>'\""),
        " x='<!doctype a>'" + Many(" a{0}=''"),
        Many(" a{0}='x'/") + " /",
    ];

    [Theory]
    [MemberData(nameof(ManyAttributes))]
    public void Of_an_element_with_too_many_attributes_the_first_are_read(string attributes)
    {
        FeedReadResult reading = Read(
            $"<rss b='1'><channel><item><title>One</title><link>/a</link></item><x{attributes}></x></channel></rss>");

        Assert.Equal("https://example.org/a", Assert.Single(reading.Feed!.Entries).Link?.AbsoluteUri);
        Assert.NotNull(reading.BrokenOff);
    }

    [Fact]
    public void An_element_with_many_attributes_keeps_them()
    {
        string many = string.Concat(Enumerable.Range(0, 120).Select(n => $" a{n}=''"));

        FeedReadResult reading = Read($"<feed><entry><title>One</title><link{many} href='/a?b&c'/></entry></feed>");

        Assert.Equal("https://example.org/a?b&c", Assert.Single(reading.Feed!.Entries).Link?.AbsoluteUri);
        Assert.Null(reading.BrokenOff);
    }

    [Fact]
    public void What_follows_a_tag_that_was_cut_is_read()
    {
        FeedReadResult reading = Read(
            $"<feed{Many(" a{0}=''")}><title>News</title><entry{Many(" b{0}='&'")}/><entry><title>One</title></entry></feed>");

        Assert.Equal(("News", 2), (reading.Feed!.Title, reading.Feed.Entries.Length));
    }

    [Theory]
    [InlineData("<feed xml:base='https://base.example/{0}/'>", "<entry><link href='x'/></entry>", "</feed>")]
    [InlineData("<feed xml:base='https://base.example/{1}/'>", "<entry><link href='x'/></entry>", "</feed>")]
    [InlineData(
        "<feed xml:base='https://base.example/{1}/'><entry>",
        "<link rel='via' href='x'/><link href='x:y'/>",
        "</entry></feed>")]
    [InlineData("<feed xml:base='https://base.example/{1}/'>", "<title type='xhtml'><img src='x'/></title>", "</feed>")]
    [InlineData(
        "<feed xml:base='https://base.example/{1}/'><title type='html'>", "&lt;a href=\"x\">", "</title></feed>")]
    [InlineData("<feed xml:base='https://base.example/{1}/'>", "<x xml:base='y/'/>", "</feed>")]
    [InlineData(
        "<rss xml:base='https://base.example/{1}/'><channel>", "<atom:link href='x' rel='hub'/>", "</channel></rss>")]
    public void Short_links_to_a_long_base_are_not_written_out_without_end(string before, string link, string after)
    {
        string document = before.Replace("{0}", new string('b', 100_000), StringComparison.Ordinal).Replace(
            "{1}", new string('b', 8_000), StringComparison.Ordinal)
            + string.Concat(Enumerable.Repeat(link, 10_000)) + after;

        FeedReadResult reading = Within(Most, document);

        Assert.NotNull(reading.Feed);
        Assert.All(reading.Feed.Entries, entry => Assert.InRange(entry.Link?.AbsoluteUri.Length ?? 0, 0, 8 * 1024));
    }

    [Fact]
    public void Bases_inside_each_other_do_not_grow_without_end()
    {
        string document = "<feed>"
            + string.Concat(Enumerable.Range(0, 200).Select(n => $"<x xml:base='{new string('b', 1000)}/'>"))
            + string.Concat(Enumerable.Repeat("<x><link href='x'/></x>", 5_000));

        Within(Most, document);
    }

    [Fact]
    public void Entries_past_the_limit_are_left_out_and_reported()
    {
        foreach (string document in (string[])
        [
            $"<rss><channel>{string.Concat(Enumerable.Repeat("<item><link>/a</link></item>", 10_001))}</channel></rss>",
            $"<feed>{string.Concat(Enumerable.Repeat("<entry><link href='/a'/></entry>", 10_001))}</feed>",
            $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"url":"/a"}""", 10_001))}}],"title":"T"}""",
        ])
        {
            FeedReadResult reading = Read(document);

            Assert.Equal(10_000, reading.Feed!.Entries.Length);
            Assert.NotNull(reading.BrokenOff);
        }
    }

    [Fact]
    public void A_namespace_as_long_as_the_feed_costs_no_more_for_each_element()
    {
        string document =
            $"<rss xmlns:n='{new string('n', 1_000_000)}/'><channel>{string.Concat(Enumerable.Range(0, 1_000).Select(n => $"<n:a{n}/>"))}</channel></rss>";

        Within(Most, document);
    }

    [Fact]
    public void Ids_and_names_that_are_too_long_are_none()
    {
        string text = new('x', 10_000);
        FeedEntry entry = Assert.Single(
            Read(
                $"<rss><channel><item><guid>{text}</guid><author>{text}</author></item></channel></rss>").Feed!.Entries);

        Assert.Null(entry.Id);
        Assert.Equal(1_000, Assert.Single(entry.Authors).Length);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>One</title></item><{0}>")]
    [InlineData("<{0}/>")]
    [InlineData("<rss><{0}></rss>")]
    public void The_description_of_a_fault_is_short(string document)
    {
        FeedReadResult reading = Read(document.Replace("{0}", new string('n', 100_000), StringComparison.Ordinal));

        Assert.InRange((reading.BrokenOff ?? reading.Reason)!.Length, 1, 400);
    }

    [Fact]
    public void A_text_is_not_cut_within_a_character()
    {
        string title = "x" + string.Concat(Enumerable.Repeat("\U0001f600", 200_000));
        string name = "x" + string.Concat(Enumerable.Repeat("\U0001f600", 600));

        FeedEntry entry = Assert.Single(
            Read(
                $"<rss><channel><item><title>{title}</title><author>{name}</author></item></channel></rss>").Feed!.Entries);

        Assert.EndsWith("\U0001f600", entry.Title, StringComparison.Ordinal);
        Assert.EndsWith("\U0001f600", Assert.Single(entry.Authors), StringComparison.Ordinal);
    }

    private static string Many(string attribute) =>
        string.Concat(
            Enumerable.Range(0, 2_000).Select(n => attribute.Replace("{0}", $"{n}", StringComparison.Ordinal)));

    private static FeedReadResult Within(int most, string document)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(document);
        long before = GC.GetAllocatedBytesForCurrentThread();
        FeedReadResult reading = FeedReader.Read(bytes, Url);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
        return reading;
    }

    private static FeedReadResult Read(string content) => FeedReader.Read(Encoding.UTF8.GetBytes(content), Url);
}
