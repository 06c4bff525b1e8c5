using System.IO.Compression;
using System.Text;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Fetching;

/// <summary>What the bytes of a body prove counts more than what its header says of them.</summary>
public sealed class PackedBodyTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(
        ScenarioStage.Feed("<item><title>Lamp</title><link>/story</link></item>"));

    [Theory]
    [InlineData("gzip", "plain")]
    [InlineData("deflate", "plain")]
    [InlineData("br", "plain")]
    [InlineData("br", "gzip")]
    [InlineData("deflate", "gzip")]
    [InlineData("gzip", "zlib")]
    [InlineData("gzip, gzip", "gzip")]
    [InlineData("aws-chunked", "plain")]
    [InlineData("aws-chunked,gzip", "gzip")]
    [InlineData("identity", "gzip")]
    [InlineData("gzip", "gzip in gzip")]
    public async Task A_body_is_read_whatever_its_header_says(string coding, string form)
    {
        await using var stage = new ScenarioStage();
        Send(stage, coding, Pack(Feed, form));

        Assert.Equal("Lamp", (await stage.FetchFeedAsync("/feed")).Feed?.Entries.Single().Title);
    }

    [Theory]
    [InlineData("gzip", "damaged")]
    [InlineData("br", "damaged")]
    [InlineData("deflate", "damaged")]
    [InlineData("zstd", "plain")]
    [InlineData("identity", "broken gzip")]
    public async Task What_is_neither_text_nor_whole_is_a_failure(string coding, string form)
    {
        await using var stage = new ScenarioStage();
        Send(stage, coding, Pack(Feed, form));

        Assert.Equal(FetchStatus.Failed, (await stage.FetchFeedAsync("/feed")).Status);
    }

    [Fact]
    public async Task A_host_gets_a_packed_file_as_it_is()
    {
        await using var stage = new ScenarioStage();
        Send(stage, "identity", Pack(Feed, "gzip"));
        using HttpClient http = stage.Network.CreateClient(stage.Options);
        using var client = new PoliteClient(http, stage.Options, stage.Politeness);

        PoliteResponse response = await client.GetAsync(
            ScenarioStage.Url("/feed"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Pack(Feed, "gzip"), response.Body.ToArray());
    }

    [Fact]
    public async Task A_packed_sitemap_stays_packed_and_is_read()
    {
        await using var stage = new ScenarioStage();
        Send(stage, "identity", Pack("<urlset><url><loc>/story</loc></url></urlset>"u8.ToArray(), "gzip"));

        CancellationToken stop = TestContext.Current.CancellationToken;
        FeedResult result = await stage.FetchFeedAsync("/feed");

        Assert.Equal(
            ScenarioStage.Url("/story"),
            (await new SitemapReader(result.Sitemap!).ReadAsync(stop).SingleAsync(stop)).Url);
    }

    private static void Send(ScenarioStage stage, string coding, byte[] body) => stage.Site.On(
        "/feed",
        connection => connection.ReplyAsync(
            200, body, "Content-Type: application/rss+xml", $"Content-Encoding: {coding}"));

    private static byte[] Pack(byte[] content, string form)
    {
        if (form == "plain")
        {
            return content;
        }

        if (form == "damaged")
        {
            return [.. Enumerable.Range(1, 200).Select(static i => (byte)(i * 7))];
        }

        using var packed = new MemoryStream();
        using (Stream stream = form == "zlib"
            ? new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(form == "gzip in gzip" ? Pack(content, "gzip") : content);
        }

        return form == "broken gzip" ? packed.ToArray()[..^20] : packed.ToArray();
    }
}
