using System.Text;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Guard;
using NewsDiff.TestSupport.Faults;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Servers that are slow, endless or broken.</summary>
internal static class FaultScenarios
{
    /// <summary>The most that a fetch from such a server may take.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    public static IEnumerable<Scenario> All =>
    [
        new("dns-slow", "A name that is not looked up in time is a time-out", SlowNameAsync),
        new("slow-headers", "Headers that drip are given up after a quarter of a minute", SlowHeadersAsync),
        new("slow-body", "A body that drips is given up after twenty seconds", SlowBodyAsync),
        new("infinite-body", "A body without end is cut off at the limit", EndlessBodyAsync),
        new("infinite-headers", "Headers without end are cut off", stage => FloodsAsync(stage, "X-More: yes\r\n")),
        new("huge-header-line", "A header of a megabyte is a failure", HugeHeaderAsync),
        new("100-continue", "Endless provisional answers are given up", ProvisionalAsync),
        new(
            "cl-short",
            "A body shorter than announced is a failure",
            stage => RawAsync(stage, FetchStatus.Failed, Ok("Content-Length: 5000") + ScenarioStage.Story[..200])),
        new("cl-long", "What follows the announced length is not read", LongerThanAnnouncedAsync),
        new(
            "chunk-bad",
            "A chunk without a size is a failure",
            stage => RawAsync(
                stage, FetchStatus.Failed, Ok("Transfer-Encoding: chunked") + "zz\r\n" + ScenarioStage.Story)),
        new("rst", "A connection that is reset is a failure, and another visit comes later", ResetAsync),
        new(
            "tls-expired",
            "A certificate that is expired, of another host or self-signed is not accepted",
            CertificatesAsync),
        new("wrong-ct", "A feed as HTML and a page of no type are recognised", MislabelledAsync),
        new("pdf", "A document that is no page is said to be so", DocumentAsync),
    ];

    private static string Ok(params string[] headers) =>
        $"HTTP/1.1 200 OK\r\n{ScenarioStage.Html}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    private static async Task SlowNameAsync(ScenarioStage stage)
    {
        stage.Options = stage.Options with { RespectRobots = false, ConnectTimeout = TimeSpan.FromMilliseconds(200) };
        using var client = new HttpClient(NewsDiffHttp.CreateGuardedHandler(stage.Options, new NetworkAccess
        {
            LookUp = async (_, stop) =>
            {
                await Task.Delay(Timeout.Infinite, stop);
                return [];
            },
        }));
        using var polite = new PoliteClient(client, stage.Options, stage.Politeness);
        using var fetcher = new HttpArticleFetcher(polite);

        FetchResult result = await fetcher.FetchAsync(FetchRequest.For(ScenarioStage.Url("/story")));

        Assert.Equal(FetchStatus.TimedOut, result.Status);
    }

    private static async Task SlowHeadersAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nX");
            await connection.HangAsync();
        });

        (FetchResult result, TimeSpan time) = await WaitAsync(stage, stage.FetchAsync("/story"));

        Assert.Equal(FetchStatus.TimedOut, result.Status);
        Assert.InRange(time, TimeSpan.FromSeconds(15), MostTime);
    }

    private static async Task SlowBodyAsync(ScenarioStage stage)
    {
        // The other limits are out of the way, as the clock here runs ahead of what the machine does.
        stage.Options = stage.Options with
        {
            HeaderTimeout = TimeSpan.FromDays(1),
            TotalTimeout = TimeSpan.FromDays(1),
        };
        stage.Site.On("/story", async connection =>
        {
            await connection.SendAsync(Ok("Content-Length: 5000") + "<html>");
            await connection.HangAsync();
        });

        (FetchResult result, _) = await WaitAsync(stage, stage.FetchAsync("/story"));

        Assert.Equal(FetchStatus.TimedOut, result.Status);
        Assert.Contains("50 bytes a second", result.Reason, StringComparison.Ordinal);
    }

    private static async Task EndlessBodyAsync(ScenarioStage stage)
    {
        byte[] chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string('x', 0x10000) + "\r\n");
        long sent = 0;
        stage.Site.On("/story", async connection =>
        {
            await connection.SendAsync(Ok("Transfer-Encoding: chunked"));
            while (true)
            {
                await connection.SendAsync(chunk);
                sent += chunk.Length;
            }
        });

        FetchResult result = await stage.FetchAsync("/story");

        Assert.Equal(FetchStatus.TooLarge, result.Status);
        Assert.InRange(sent, 1, 2L * stage.Options.MaxBodyBytes);
    }

    private static async Task FloodsAsync(ScenarioStage stage, string line)
    {
        stage.Site.On("/story", async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\n");
            await connection.FloodAsync(Encoding.ASCII.GetBytes(line));
        });

        FetchResult result = await stage.FetchAsync("/story");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.NotNull(result.Reason);
    }

    private static async Task HugeHeaderAsync(ScenarioStage stage)
    {
        stage.Site.On(
            "/story", 200, ScenarioStage.Story, ScenarioStage.Html, "X-Huge: " + new string('x', 1024 * 1024));

        Assert.Equal(FetchStatus.Failed, (await stage.FetchAsync("/story")).Status);
    }

    private static async Task ProvisionalAsync(ScenarioStage stage)
    {
        stage.Site.On(
            "/story",
            connection => connection.FloodAsync("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"u8.ToArray()));

        (FetchResult result, TimeSpan time) = await WaitAsync(stage, stage.FetchAsync("/story"));

        Assert.True(result.Status is FetchStatus.TimedOut or FetchStatus.Failed);
        Assert.InRange(time, TimeSpan.Zero, MostTime);
    }

    private static async Task LongerThanAnnouncedAsync(ScenarioStage stage)
    {
        int length = Encoding.UTF8.GetByteCount(ScenarioStage.Story);
        stage.Site.On("/story", connection => connection.SendAsync(
            Ok($"Content-Length: {length}") + ScenarioStage.Story
                + "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nSmuggled"));
        stage.Site.On("/other", 404, "");

        FetchResult result = await stage.FetchAsync("/story");
        FetchResult next = await stage.FetchAsync("/other");

        Assert.Equal((FetchStatus.Fetched, 3), (result.Status, result.Article?.Paragraphs.Length));
        Assert.Equal(FetchStatus.NotFound, next.Status);
    }

    private static async Task ResetAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", async connection =>
        {
            await connection.SendAsync(Ok("Content-Length: 5000") + "<html>");
            connection.Reset();
        });

        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal((CheckKind.Failed, FetchStatus.Failed), (outcome.Kind, outcome.Status));
        Assert.NotNull(outcome.NextCheckAt);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    private static async Task CertificatesAsync(ScenarioStage stage)
    {
        FaultSite[] sites =
        [
            new FaultSite(FaultCertificates.For("self.example")),
            new FaultSite(FaultCertificates.For("expired.example", isExpired: true)),
            new FaultSite(FaultCertificates.For("another.example")),
        ];
        string[] hosts = ["self.example", "expired.example", "wrong.example"];
        for (int i = 0; i < sites.Length; i++)
        {
            await using FaultSite site = sites[i].On("/story", 200, ScenarioStage.Story, ScenarioStage.Html);
            stage.Network.Place(hosts[i], site.Port, 443);

            FetchResult result = await stage.FetchAsync($"https://{hosts[i]}/story");

            Assert.Equal(FetchStatus.Failed, result.Status);
            Assert.Contains("secure connection", result.Reason, StringComparison.Ordinal);
            Assert.Empty(site.Requests);
        }
    }

    private static async Task MislabelledAsync(ScenarioStage stage)
    {
        stage.Site.On("/feed", 200, ScenarioStage.Feed(), "Content-Type: text/html");
        stage.Site.On("/page", 200, ScenarioStage.Story, "Content-Type: application/octet-stream");

        Assert.Equal("Harbour", (await stage.FetchFeedAsync("/feed")).Feed?.Title);
        Assert.Equal(3, (await stage.FetchAsync("/page")).Article?.Paragraphs.Length);
    }

    private static async Task DocumentAsync(ScenarioStage stage)
    {
        stage.Site.On("/a.pdf", 200, "%PDF-1.7 …", "Content-Type: application/pdf").On(
            "/b.pdf", 200, "%PDF-1.7 …", ScenarioStage.Html);

        FetchResult labelled = await stage.FetchAsync("/a.pdf");
        FetchResult mislabelled = await stage.FetchAsync("/b.pdf");

        Assert.Equal(FetchStatus.NotAnArticle, labelled.Status);
        Assert.Contains("application/pdf", labelled.Reason, StringComparison.Ordinal);
        Assert.Equal(FetchStatus.NotAnArticle, mislabelled.Status);
        Assert.Contains("PDF", mislabelled.Reason, StringComparison.Ordinal);
    }

    private static async Task RawAsync(ScenarioStage stage, FetchStatus expected, string answer)
    {
        stage.Site.On("/story", connection => connection.SendAsync(answer));

        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal(expected, outcome.Status);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    /// <summary>Lets time pass until a fetch ends, but no more than it may take, and returns how much.</summary>
    internal static async Task<(FetchResult Result, TimeSpan Time)> WaitAsync(
        ScenarioStage stage,
        Task<FetchResult> fetching)
    {
        // The request has to be under way before the clock moves.
        await Patience.UntilAsync(() => stage.Site.RequestsFor("/story").Count > 0, CancellationToken.None);
        DateTimeOffset start = stage.Clock.Now;
        await Patience.PassTimeAsync(
            stage.Clock, TimeSpan.FromMilliseconds(250),
            until: () => fetching.IsCompleted || stage.Clock.Now - start >= MostTime, CancellationToken.None);

        // A fetch that is given up in time by the clock may still need the machine to say so.
        return (await fetching.WaitAsync(Patience.Limit), stage.Clock.Now - start);
    }
}
