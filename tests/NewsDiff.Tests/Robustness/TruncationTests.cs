using NewsDiff.Feeds;
using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tests.Robustness;

/// <summary>
/// A connection may break off anywhere: every beginning of a document is read, and none is taken for the whole.
/// </summary>
public sealed class TruncationTests
{
    private static readonly Uri Address = new("https://example.org/news/story");

    public static TheoryData<string> Documents => [.. TruncatedDocuments.All.Keys];

    public static TheoryData<string> FeedDocuments => ["rss", "rdf", "atom", "jsonfeed", "dirty feed"];

    public static TheoryData<string> Sitemaps => ["sitemap", "packed sitemap", "index"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task No_reader_throws_at_any_beginning_of_any_document(string name)
    {
        foreach (byte[] start in TruncatedDocuments.BeginningsOf(name))
        {
            foreach (Func<Task> read in HostileReaders.Kinds.SelectMany(kind => HostileReaders.CallsFor(kind, start)))
            {
                Exception? fault = await Record.ExceptionAsync(read);

                Assert.True(fault is null, $"{start.Length} bytes: {fault}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(FeedDocuments))]
    public void A_feed_that_breaks_off_says_so_and_names_no_address_that_is_not_in_the_whole(string name)
    {
        Feed whole = FeedReader.Read(TruncatedDocuments.All[name], Address).Feed!;
        Uri?[] links = [.. whole.Entries.Select(entry => entry.Link), null];

        foreach (byte[] start in TruncatedDocuments.BeginningsOf(name))
        {
            FeedReadResult reading = FeedReader.Read(start, Address);

            Assert.True(
                reading.Feed is null
                    || reading.BrokenOff is not null
                    || reading.Feed.Entries.SequenceEqual(whole.Entries),
                $"{start.Length} bytes seem whole.");
            Assert.All(reading.Feed?.Entries ?? [], entry => Assert.Contains(entry.Link, links));
        }
    }

    [Theory]
    [MemberData(nameof(Sitemaps))]
    public async Task A_sitemap_that_breaks_off_says_so_and_holds_only_entries_of_the_whole(string name)
    {
        (List<SitemapEntry> whole, _) = await ReadSitemapAsync(TruncatedDocuments.All[name]);

        foreach (byte[] start in TruncatedDocuments.BeginningsOf(name))
        {
            (List<SitemapEntry> entries, string? brokenOff) = await ReadSitemapAsync(start);

            Assert.True(brokenOff is not null || entries.SequenceEqual(whole), $"{start.Length} bytes seem whole.");
            Assert.All(entries, entry => Assert.Contains(entry, whole));
        }
    }

    [Fact]
    public void A_list_of_feeds_that_breaks_off_names_no_address_that_is_not_in_the_whole()
    {
        Uri[] whole = [.. Opml.Read(TruncatedDocuments.All["opml"])!.Feeds.Select(feed => feed.Url)];

        Assert.Equal(2, whole.Length);
        foreach (byte[] start in TruncatedDocuments.BeginningsOf("opml"))
        {
            Assert.All(Opml.Read(start)?.Feeds ?? [], feed => Assert.Contains(feed.Url, whole));
        }
    }

    private static async Task<(List<SitemapEntry> Entries, string? BrokenOff)> ReadSitemapAsync(byte[] content)
    {
        var reader = new SitemapReader(new MemoryStream(content), Address);
        return (await reader.ReadAsync(Stop).ToListAsync(Stop), reader.BrokenOff);
    }
}
