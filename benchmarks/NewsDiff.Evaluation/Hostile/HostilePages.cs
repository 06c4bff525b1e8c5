using System.Text.Json;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Faults;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Evaluation.Hostile;

/// <summary>Serves hostile files, and fetches each with fetchers that must be as good as new afterwards.</summary>
internal sealed class HostilePages(DirectoryInfo folder) : IDisposable
{
    private const double LargestGrowth = 256;
    private static readonly TimeSpan FeedTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PageTime = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("newsdiff-hostile-");

    /// <summary>Counts the files that are bounded, and the feeds that are read although they are damaged.</summary>
    public async Task CountAsync(Tally tally, Dictionary<string, double> figures)
    {
        Unpack("files.tar.gz");
        Unpack("html-fuzz-found.tar.gz");
        await using var network = new FaultNetwork();
        FaultSite site = network.Open("hostile.example").On("/good", 200, ScenarioStage.Story, ScenarioStage.Html);
        site.On("/good.xml", 200, ScenarioStage.Feed());
        var options = new HttpFetchOptions { MinGap = TimeSpan.Zero };
        using HttpClient client = network.CreateClient(options);
        using var polite = new PoliteClient(client, options, new SitePoliteness());
        using var articles = new HttpArticleFetcher(polite);
        using var feeds = new HttpFeedFetcher(polite);
        await articles.FetchAsync(Good("/good"));
        await feeds.FetchAsync(new FeedRequest { Url = Good("/good.xml").Url });

        foreach ((string file, string must) in Listed())
        {
            bool isFeed = file.StartsWith("feeds/", StringComparison.Ordinal);
            Serve(site, file);
            var trial = new Trial();
            (FetchStatus status, bool wasRead) = await trial.MeasureAsync(
                () => FetchAsync(articles, feeds, file, isFeed));
            FetchStatus after = isFeed
                ? (await feeds.FetchAsync(new FeedRequest { Url = Good("/good.xml").Url })).Status
                : (await articles.FetchAsync(Good("/good"))).Status;

            bool isBounded = trial.Time < (isFeed ? FeedTime : PageTime)
                && trial.GrowthMegabytes < LargestGrowth
                && after == FetchStatus.Fetched;
            string kind = isFeed ? "feed" : "page";
            string name = must == "fuzz" ? "found by fuzzing" : $"{kind}s bounded";
            tally.Count(
                name,
                isBounded,
                FormattableString.Invariant(
                    $"{file}: {status}, {trial.Time.TotalSeconds:F1} s, {trial.GrowthMegabytes:F0} MB, then {after}"));
            if (isFeed && must is "recover" or "parse")
            {
                tally.Count("damaged feeds read", wasRead, $"{file}: {status}");
            }

            figures[$"{kind}, longest ms"] = Math.Max(
                figures.GetValueOrDefault($"{kind}, longest ms"), trial.Time.TotalMilliseconds);
            figures[$"{kind}, largest growth MB"] = Math.Max(
                figures.GetValueOrDefault($"{kind}, largest growth MB"), trial.GrowthMegabytes);
        }
    }

    public void Dispose() => _files.Delete(recursive: true);

    private static FetchRequest Good(string path) => FetchRequest.For(new Uri("http://hostile.example" + path));

    private static async Task<(FetchStatus Status, bool WasRead)> FetchAsync(
        HttpArticleFetcher articles,
        HttpFeedFetcher feeds,
        string file,
        bool isFeed)
    {
        var url = new Uri("http://hostile.example/" + file);
        if (!isFeed)
        {
            return ((await articles.FetchAsync(FetchRequest.For(url))).Status, false);
        }

        FeedResult result = await feeds.FetchAsync(new FeedRequest { Url = url });
        bool wasRead = result.Feed is { Title.Length: > 0 } or { Entries.Length: > 0 }
            || (result.Sitemap is { } sitemap && await new SitemapReader(sitemap).ReadAsync().AnyAsync());
        return (result.Status, wasRead);
    }

    private IEnumerable<(string File, string Must)> Listed() =>
    [
        .. Archive.ReadLines(new FileInfo(Path.Combine(folder.FullName, "manifest.jsonl")))
            .Select(line => JsonElement.Parse(line))
            .Select(row => (row.GetProperty("file").GetString()!, row.GetProperty("must").GetString()!)),
        .. _files.EnumerateFiles("*.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_files.FullName, file.FullName))
            .Where(file => !file.StartsWith("html/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, "fuzz")),
    ];

    private void Unpack(string name)
    {
        var archive = new FileInfo(Path.Combine(folder.FullName, name));
        if (archive.Exists)
        {
            foreach ((string file, byte[] content) in Archive.ReadFiles(archive))
            {
                string path = Path.Combine(_files.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }
        }
    }

    /// <summary>From the disk, so that the served bytes do not count as the fetcher's memory.</summary>
    private void Serve(FaultSite site, string file) => site.On("/" + file, async connection =>
    {
        await using FileStream content = File.OpenRead(Path.Combine(_files.FullName, file));
        string coding = Path.GetFileName(file) switch
        {
            var name when name.Contains("gzip-gzip", StringComparison.Ordinal) => "Content-Encoding: gzip, gzip\r\n",
            var name when name.EndsWith(".gz", StringComparison.Ordinal) => "Content-Encoding: gzip\r\n",
            _ => "",
        };
        string type = file.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "application/xml";
        await connection.SendAsync(FormattableString.Invariant(
            $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{coding}Content-Length: {content.Length}\r\nConnection: close\r\n\r\n"));
        byte[] buffer = new byte[64 * 1024];
        while (await content.ReadAsync(buffer) is > 0 and int read)
        {
            await connection.SendAsync(buffer.AsMemory(0, read));
        }
    });
}
