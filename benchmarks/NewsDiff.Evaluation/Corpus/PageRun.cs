using System.Diagnostics;
using System.Globalization;
using NewsDiff.Archives;
using NewsDiff.Archives.Warc;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Corpus;

/// <summary>Reads captured pages from a WARC file, and extracts their articles.</summary>
internal static class PageRun
{
    internal static async Task<CorpusMeasure> MeasureAsync(DirectoryInfo folder, int pages, CancellationToken stop)
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("newsdiff-corpus-");
        try
        {
            string path = Path.Combine(place.FullName, "pages.warc.gz");
            await WriteAsync(path, new FileInfo(Path.Combine(folder.FullName, "html.tar.gz")), pages, stop);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            int count = 0;
            long early = 0;
            await foreach (ImportedVersion row in ImportReader.Read(path).WithCancellation(stop))
            {
                count++;
                early = count <= pages / 10 ? Environment.WorkingSet : early;
            }

            return new CorpusMeasure(
                "WARC with extraction",
                count,
                Stopwatch.GetElapsedTime(start),
                Environment.CpuUsage.TotalTime - before,
                early / 1_000_000,
                Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, FileInfo html, int pages, CancellationToken stop)
    {
        byte[][] contents = [.. Archive.ReadFiles(html).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => file.Value)];
        await using WarcArchive archive = await WarcArchive.AppendAsync(path, stop);
        for (int i = 0; i < pages; i++)
        {
            await archive.KeepAsync(
                new Capture
                {
                    Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://news.example/{i}")),
                    CapturedAt = DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(i),
                    StatusCode = 200,
                    ReasonPhrase = "OK",
                    Headers = [new HttpField("Content-Type", "text/html")],
                    Body = contents[i % contents.Length],
                    RequestHeaders = [],
                },
                stop);
        }
    }
}
