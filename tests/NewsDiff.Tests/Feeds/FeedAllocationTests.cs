using System.Globalization;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>What reading a feed allocates, in bytes for each byte of its text as UTF-16.</summary>
public sealed class FeedAllocationTests
{
    private static readonly Uri Url = new("https://news.example/feed");

    [Theory]
    [InlineData("<description>{0}</description>", 2)]
    [InlineData(
        "<description>A short one.</description><encoded xmlns='http://purl.org/rss/1.0/modules/content/'><![CDATA[<p>{0}</p>]]></encoded>",
        1)]
    [InlineData("<description>&lt;p&gt;{0}&nbsp;&hellip;&lt;/p&gt;</description>", 2)]
    public void A_feed_allocates_no_more_than_its_text_twice(string content, double most)
    {
        string items = string.Concat(Enumerable.Range(
            1, 60).Select(n => string.Create(CultureInfo.InvariantCulture, $"""
            <item><title>Story number {n} of the day</title><link>https://news.example/2026/11/22/story-{n}</link>
            <guid isPermaLink="false">tag:news.example,{n}</guid><pubDate>Sun, 22 Nov 2026 10:{n - 1:00}:00 +0100</pubDate><category>World</category>
            {content.Replace("{0}", string.Join(' ', Enumerable.Range(n, 150).Select(word => $"word{word}")), StringComparison.Ordinal)}</item>
            """)));
        string feed =
            $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>{items}</channel></rss>";
        byte[] bytes = Encoding.UTF8.GetBytes(feed);
        var filter = new EntryFilter(exclude: ["url:/sport/"]);
        Assert.Equal(60, FeedReader.Read(bytes, Url).Feed!.Entries.Count(filter.Allows));

        long before = GC.GetAllocatedBytesForCurrentThread();
        int wanted = FeedReader.Read(bytes, Url).Feed!.Entries.Count(filter.Allows);
        double share = (GC.GetAllocatedBytesForCurrentThread() - before) / (2.0 * feed.Length);

        Assert.Equal(60, wanted);
        Assert.True(
            share <= most,
            string.Create(CultureInfo.InvariantCulture, $"{share:F2} bytes are allocated for each of the text."));
    }

    [Fact]
    public void A_text_past_the_limit_is_passed_over_and_not_kept()
    {
        string feed =
            $"<rss><channel><item><title>{new string('x', 4_000_000)}</title><link>https://news.example/a</link></item></channel></rss>";
        byte[] bytes = Encoding.UTF8.GetBytes(feed);

        long before = GC.GetAllocatedBytesForCurrentThread();
        FeedEntry entry = Assert.Single(FeedReader.Read(bytes, Url).Feed!.Entries);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(256 * 1024, entry.Title.Length);
        Assert.True(
            allocated < 1.5 * 2 * feed.Length,
            string.Create(CultureInfo.InvariantCulture, $"{allocated} bytes are allocated."));
    }
}
