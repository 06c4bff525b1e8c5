using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Feeds;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>
/// <c>hostile-feeds --files FILES.tar.gz --manifest MANIFEST.jsonl</c>: what hostile feeds cost, and what is read
/// of them.
/// </summary>
internal static class HostileFeedsCommand
{
    private const double MostSeconds = 2;
    private const double MostMegabytes = 256;

    private static readonly Uri Address = new("https://feed.example/");

    public static Command Create()
    {
        var files = new Option<FileInfo>("--files") { Description = "The files, a .tar.gz.", Required = true };
        var manifest = new Option<FileInfo>(
            "--manifest")
        { Description = "What each must come to, .jsonl.", Required = true };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "hostile-feeds", "Reads hostile feeds and measures time, memory and sockets.") { files, manifest, json };
        command.SetAction((parse, stop) => RunAsync(
            parse.GetRequiredValue(files), parse.GetRequiredValue(manifest), parse.GetValue(json), stop));
        return command;
    }

    private static async Task RunAsync(FileInfo filesFile, FileInfo manifestFile, bool isJson, CancellationToken stop)
    {
        Dictionary<string, byte[]> files = Archive.ReadFiles(filesFile);
        var tally = new Tally();
        using var sockets = new SocketCount();
        double longest = 0;
        double most = 0;
        foreach (JsonElement row in Archive.ReadLines(manifestFile).Select(line => JsonElement.Parse(line)))
        {
            string file = row.GetProperty("file").GetString()!;
            if (!file.StartsWith("feeds/", StringComparison.Ordinal))
            {
                continue;
            }

            long before = GC.GetTotalAllocatedBytes(precise: true);
            long start = Stopwatch.GetTimestamp();
            (bool isFeed, int entries) = await ReadAsync(files[file], stop);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before + files[file].Length) / 1e6;
            longest = Math.Max(longest, seconds);
            most = Math.Max(most, megabytes);

            string must = row.GetProperty("must").GetString()!;
            string what = string.Create(
                CultureInfo.InvariantCulture, $"{file}: {entries} entries, {seconds:F2} s, {megabytes:F0} MB");
            tally.Count($"must {must}", IsMet(must, isFeed, entries), what);
            tally.Count("at most 2 s", seconds <= MostSeconds, what);
            tally.Count("at most 256 MB with the file", megabytes <= MostMegabytes, what);
            if (!isJson)
            {
                Console.WriteLine(what);
            }
        }

        tally.Print(
            new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["longest s"] = longest,
                ["most allocated MB, with the file"] = most,
                ["peak of the process, MB"] = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,
                ["connections and look-ups"] = sockets.Total,
                ["held more after 49,000 entries, kB"] = await MeasureHeldAsync(files.Values, stop),
            },
            isJson);
    }

    private static bool IsMet(string must, bool isFeed, int entries) => must switch
    {
        "recover" or "parse" => entries > 0,
        "notfeed" => !isFeed,
        _ => true,
    };

    private static async Task<(bool IsFeed, int Entries)> ReadAsync(byte[] content, CancellationToken stop)
    {
        if (!SitemapReader.IsSitemap(content))
        {
            Feed? feed = FeedReader.Read(content, Address).Feed;
            return (feed is not null, feed?.Entries.Length ?? 0);
        }

        var reader = new SitemapReader(new MemoryStream(content), Address);
        return (true, await reader.ReadAsync(stop).CountAsync(stop));
    }

    /// <summary>
    /// How many kilobytes more are held after 49,000 entries of the longest sitemap than after 1,000.
    /// </summary>
    private static async Task<double> MeasureHeldAsync(IEnumerable<byte[]> contents, CancellationToken stop)
    {
        byte[] longest = contents.Where(content => SitemapReader.IsSitemap(content)).MaxBy(content => content.Length)
            ?? [];
        long early = 0;
        long late = 0;
        int count = 0;
        await foreach (SitemapEntry _ in new SitemapReader(new MemoryStream(longest), Address).ReadAsync(stop))
        {
            count++;
            early = count == 1000 ? GC.GetTotalMemory(forceFullCollection: true) : early;
            late = count == 49_000 ? GC.GetTotalMemory(forceFullCollection: true) : late;
        }

        return late == 0 ? 0 : (late - early) / 1e3;
    }
}
