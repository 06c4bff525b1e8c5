using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsDiff.Archives;
using NewsDiff.Archives.Warc;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Warc;

/// <summary><c>warc</c>: writes a large archive, reads it, replays it, and tells speed and memory.</summary>
internal static class WarcCommand
{
    private const int ExtractedPages = 1000;

    public static Command Create()
    {
        var size = new Option<string>(
            "--size")
        { Description = "The size of the content: 100MB, 1GB.", DefaultValueFactory = _ => "1GB" };
        var keep = new Option<string?>(
            "--keep")
        { Description = "A folder to leave the archives in; without it they are deleted." };
        var file = new Option<FileInfo?>(
            "--file")
        { Description = "Only read this WARC file, and report its content and its faults." };
        var replay = new Option<FileInfo?>(
            "--replay")
        {
            Description = "Only replay this WARC file, whose pages are asked for in the order of their captures.",
        };
        var command = new Command(
            "warc", "Writes, reads and replays an archive; tells MB/s and memory.") { size, keep, file, replay };
        command.SetAction((parse, stop) => (parse.GetValue(file), parse.GetValue(replay)) switch
        {
            ({ } existing, _) => DescribeAsync(existing.FullName, stop),
            (_, { } recorded) => ReplayAsync(recorded.FullName, stop),
            _ => RunAsync(BytesOf(parse.GetValue(size)!), parse.GetValue(keep), stop),
        });
        return command;
    }

    private static long BytesOf(string size)
    {
        (string number, long unit) = size.ToUpperInvariant() switch
        {
            [.. var digits, 'G', 'B'] => (digits, 1_000_000_000L),
            [.. var digits, 'M', 'B'] => (digits, 1_000_000L),
            _ => (size, 1L),
        };
        return long.Parse(number, CultureInfo.InvariantCulture) * unit;
    }

    private static async Task<int> RunAsync(long size, string? keep, CancellationToken stop)
    {
        string folder = keep ?? Directory.CreateTempSubdirectory("newsdiff-warc-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            foreach (string name in (string[])["archive.warc", "archive.warc.gz"])
            {
                string path = Path.Combine(folder, name);
                await WriteAsync(path, size, stop);
                await ReadAsync(path, checksDigests: false, stop);
                await ReadAsync(path, checksDigests: true, stop);
                await ReplayAsync(path, stop);
                await ReplayAsync(
                    path,
                    ExtractedPages,
                    new CountedExtraction(new HtmlArticleExtractor()),
                    $"replay {name}, extracting",
                    stop);
            }
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Peak working set of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static async Task WriteAsync(string path, long size, CancellationToken stop)
    {
        var measure = new Measure($"write {Path.GetFileName(path)}");
        long bytes = 0;
        int number = 0;
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, stop))
        {
            while (bytes < size)
            {
                Capture page = SyntheticPages.Of(number++);
                await archive.KeepAsync(page, stop);
                bytes += page.Body.Length;
                measure.Look(bytes < size / 10);
            }
        }

        measure.Print(
            number,
            bytes,
            string.Create(CultureInfo.InvariantCulture, $"file {new FileInfo(path).Length / 1e6:F0} MB"));
    }

    private static async Task ReadAsync(string path, bool checksDigests, CancellationToken stop)
    {
        var measure = new Measure($"read {Path.GetFileName(path)}{(checksDigests ? ", digests checked" : "")}");
        long bytes = 0;
        int records = 0;
        long size = new FileInfo(path).Length;
        byte[] buffer = new byte[64 * 1024];
        await using var reader =
            new WarcReader(File.OpenRead(path), new WarcReaderOptions { CheckDigests = checksDigests });
        while (await reader.ReadAsync(stop) is { } record)
        {
            int read;
            while ((read = await record.Block.ReadAsync(buffer, stop)) > 0)
            {
                bytes += read;
            }

            records++;
            measure.Look(record.Location.Offset < size / 10);
        }

        measure.Print(records, bytes, $"{reader.ProblemCount} problems");
    }

    private static async Task<int> ReplayAsync(string path, CancellationToken stop)
    {
        await ReplayAsync(path, int.MaxValue, new CountedExtraction(), $"replay {Path.GetFileName(path)}", stop);
        return 0;
    }

    private static async Task ReplayAsync(
        string path,
        int pages,
        CountedExtraction extraction,
        string step,
        CancellationToken stop)
    {
        var measure = new Measure(step);
        await using IPageArchive archive = PageArchives.OpenRead(path);
        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            archive, new ReplayOptions { Extractor = extraction }, stop);
        string listed = string.Create(
            CultureInfo.InvariantCulture, $"{replay.Captures.Count} listed after {measure.Seconds:F1} s");
        pages = Math.Min(pages, replay.Captures.Count);
        int answered = 0;
        foreach (CaptureEntry capture in replay.Captures.Take(pages))
        {
            FetchResult result = await replay.FetchAsync(FetchRequest.For(capture.Url), stop);
            answered += result.HttpStatusCode == 200 ? 1 : 0;
            measure.Look(answered < pages / 10);
        }

        measure.Print(answered, extraction.Characters, listed);
    }

    private static async Task<int> DescribeAsync(string path, CancellationToken stop)
    {
        Dictionary<string, int> types = [];
        await using var reader = new WarcReader(File.OpenRead(path), new WarcReaderOptions { CheckDigests = true });
        while (await reader.ReadAsync(stop) is { } record)
        {
            string type = record.Find("WARC-Type") ?? "none";
            types[type] = types.GetValueOrDefault(type) + 1;
        }

        Console.WriteLine(
            string.Join(
                ", ",
                types.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => $"{type.Key}: {type.Value}")));
        foreach (WarcProblem problem in reader.Problems)
        {
            Console.WriteLine($"{problem.Kind} at {problem.Location.Offset}: {problem.Message}");
        }

        return reader.ProblemCount == 0 ? 0 : 1;
    }
}
