using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>What a feed names outside itself is never loaded: no connection is made, no file read.</summary>
public sealed class ExternalTests
{
    private const string Secret = "the-words-of-another-file";

    public static TheoryData<string> Prologs =>
    [
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"{0}\">]>",
        "<!DOCTYPE rss SYSTEM \"{0}\">",
        "<!DOCTYPE rss PUBLIC \"-//x//y\" \"{0}\" [<!ENTITY x SYSTEM \"{0}\">]>",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"{0}\"> %p;]>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"{0}\"?>",
        "<?xml-model href=\"{0}\"?>",
    ];

    [Theory]
    [MemberData(nameof(Prologs))]
    public async Task Nothing_that_a_feed_names_is_loaded(string prolog)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        site.MapText("/x", Secret);
        await File.WriteAllTextAsync(folder.File("x"), Secret, TestContext.Current.CancellationToken);
        foreach (string address in (string[])[site.Url("/x").AbsoluteUri, new Uri(folder.File("x")).AbsoluteUri])
        {
            string document = $"""
                <?xml version="1.0"?>{prolog.Replace("{0}", address, StringComparison.Ordinal)}
                <rss xmlns:xi="http://www.w3.org/2001/XInclude" version="2.0" xml:base="{address}"><channel><title>A &x;</title>
                <xi:include href="{address}" parse="text"/><item><title>B &x;</title><link>/a</link><description>&x;</description></item></channel></rss>
                """;
            foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
            {
                FeedReadResult reading = FeedReader.Read(
                    [.. encoding.GetPreamble(), .. encoding.GetBytes(document)], new Uri("https://news.example/"));

                FeedEntry entry = Assert.Single(reading.Feed!.Entries);
                Assert.DoesNotContain(
                    Secret, $"{reading.Feed.Title} {entry.Title} {entry.Summary}", StringComparison.Ordinal);
            }
        }

        Assert.Empty(site.Requests);
    }
}
