using System.CommandLine;
using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Extraction;
using NewsDiff.Text;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>
/// <c>hostile-pages</c>: extracts pages that were made to break parsers, and an ordinary one after each.
/// </summary>
internal static class HostilePagesCommand
{
    private const string Ordinary =
        "<title>Mill sold</title><article><h1>Mill sold</h1><p>The mill by the river was sold to the town on Monday, "
        + "the council said.</p></article>";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Uri Address = new("https://example.org/a");

    public static Command Create()
    {
        var pages = new Option<FileInfo[]>("--pages")
        {
            Description = "The pages: .tar.gz with .html and .html.gz files.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var details = new Option<bool>("--details") { Description = "Lists each page." };
        var command = new Command(
            "hostile-pages", "Extracts hostile pages: each within a second, none may throw.") { pages, details };
        command.SetAction(parse => Run(parse.GetRequiredValue(pages), parse.GetValue(details)));
        return command;
    }

    private static int Run(FileInfo[] archives, bool details)
    {
        var extractor = new HtmlArticleExtractor();
        int pages = 0;
        int findings = 0;
        double longest = 0;
        long most = 0;
        Extract(extractor, Ordinary);
        foreach ((string name, byte[] content) in archives.SelectMany(ReadPages))
        {
            string html = CharsetSniffer.DecodeHtml(content, contentType: null).Text;
            long before = GC.GetAllocatedBytesForCurrentThread();
            double start = CpuClock.Now();
            PageVerdict verdict = Extract(extractor, html);
            double milliseconds = (CpuClock.Now() - start) / 1000;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            pages++;
            longest = Math.Max(longest, milliseconds);
            most = Math.Max(most, allocated);
            bool isFinding = milliseconds > Patience.TotalMilliseconds
                || Extract(extractor, Ordinary) != PageVerdict.Article;
            findings += isFinding ? 1 : 0;
            if (details || isFinding)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-48} {html.Length,10} {verdict,-10} {milliseconds,8:F1} ms {allocated / 1e6,8:F1} MB"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages} pages  {findings} findings  longest {longest:F0} ms of processor time  most allocated "
            + $"{most / 1e6:F0} MB  "
                + $"peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        return findings == 0 ? 0 : 1;
    }

    private static PageVerdict Extract(HtmlArticleExtractor extractor, string html) =>
        extractor.Extract(new ExtractionRequest { Html = html, Url = Address }).Verdict;

    private static IEnumerable<(string Name, byte[] Content)> ReadPages(FileInfo archive)
    {
        using var stream = new GZipStream(archive.OpenRead(), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            bool isPacked = entry.Name.EndsWith(".html.gz", StringComparison.Ordinal);
            if (entry.DataStream is { } data && (isPacked || entry.Name.EndsWith(".html", StringComparison.Ordinal)))
            {
                using var content = new MemoryStream();
                using Stream plain = isPacked ? new GZipStream(data, CompressionMode.Decompress) : data;
                plain.CopyTo(content);
                yield return (entry.Name, content.ToArray());
            }
        }
    }
}
