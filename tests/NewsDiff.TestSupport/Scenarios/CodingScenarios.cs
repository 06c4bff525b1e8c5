using System.IO.Compression;
using System.Text;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Compressed bodies.</summary>
internal static class CodingScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new("gzip-bomb", "A hundred megabytes packed into a hundred kilobytes are not unpacked", stage =>
            SendsAsync(stage, FetchStatus.TooLarge, "gzip", Pack(new byte[100_000_000], "gzip"))),
        new("br-bomb", "Megabytes packed into a few bytes are not unpacked", stage =>
            SendsAsync(stage, FetchStatus.TooLarge, "br", Pack(new byte[11_500_000], "br"))),
        new("gzip-chain", "More than two codings are refused", stage => SendsAsync(
            stage, FetchStatus.Failed, "gzip, gzip, gzip",
            Pack(Pack(Pack(Encoding.UTF8.GetBytes(ScenarioStage.Story), "gzip"), "gzip"), "gzip"))),
        new("gzip-truncated", "A compressed body that breaks off is a failure", stage =>
            SendsAsync(
                stage, FetchStatus.Failed, "gzip", Pack(Encoding.UTF8.GetBytes(ScenarioStage.Story), "gzip")[..^30])),
        new("gzip-lies", "A plain body that says it is compressed is read as it is", LieAsync),
        new("deflate-raw", "Deflate is read with and without its header", DeflateAsync),
    ];

    private static async Task SendsAsync(ScenarioStage stage, FetchStatus expected, string coding, byte[] body)
    {
        stage.Site.On(
            "/story",
            connection => connection.ReplyAsync(200, body, ScenarioStage.Html, $"Content-Encoding: {coding}"));

        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal(expected, outcome.Status);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    private static async Task LieAsync(ScenarioStage stage)
    {
        foreach (string coding in (string[])["gzip", "deflate", "br"])
        {
            stage.Site.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html, $"Content-Encoding: {coding}");
            Assert.Equal(3, (await stage.FetchAsync("/story")).Article?.Paragraphs.Length);
        }
    }

    private static async Task DeflateAsync(ScenarioStage stage)
    {
        foreach (string form in (string[])["zlib", "raw"])
        {
            byte[] body = Pack(Encoding.UTF8.GetBytes(ScenarioStage.Story), form);
            stage.Site.On(
                "/story",
                connection => connection.ReplyAsync(200, body, ScenarioStage.Html, "Content-Encoding: deflate"));
            Assert.Equal(3, (await stage.FetchAsync("/story")).Article?.Paragraphs.Length);
        }
    }

    private static byte[] Pack(byte[] content, string form)
    {
        using var packed = new MemoryStream();
        using (Stream stream = form switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "zlib" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
