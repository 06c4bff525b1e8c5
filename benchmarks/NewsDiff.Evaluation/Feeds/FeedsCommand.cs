using System.CommandLine;
using System.Text;
using System.Xml;
using NewsDiff.Feeds;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>
/// <c>feeds --files FEEDS.tar.gz --expected FEEDS.jsonl.gz</c>: how well feeds are read, and how fast.
/// </summary>
internal static class FeedsCommand
{
    private const int TimedRounds = 5;

    public static Command Create()
    {
        var files = new Option<FileInfo>("--files") { Description = "The feeds, a .tar.gz.", Required = true };
        var expected = new Option<FileInfo>(
            "--expected")
        { Description = "What to expect, .jsonl or .jsonl.gz.", Required = true };
        var output = new Option<FileInfo?>(
            "--out")
        { Description = "Where to write what was read, a line of JSON a file." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "feeds", "Scores the reading of feeds, and times it.") { files, expected, output, json };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(files), parse.GetRequiredValue(expected), parse.GetValue(output),
            parse.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo filesFile, FileInfo expectedFile, FileInfo? output, bool isJson)
    {
        Dictionary<string, byte[]> files = Archive.ReadFiles(filesFile);
        var tally = new Tally();
        var effort = new Effort();
        using StreamWriter? writer = output?.CreateText();
        foreach (ExpectedFeed expected in Archive.ReadLines(expectedFile).Select(ExpectedFeed.Parse))
        {
            byte[] content = files[expected.File];
            FeedReadResult reading = effort.Measure(
                () => FeedReader.Read(content, expected.BaseUrl, expected.ContentType));
            FeedRow row = FeedRow.Of(expected.File, reading);
            FeedScores.Count(expected, row, reading.Feed, tally);
            writer?.WriteLine(row.ToJson());
        }

        Dictionary<string, double> figures = effort.ToFigures();
        AddSpeed(files.Values, figures);
        figures["working set at the end, MB"] = Environment.WorkingSet / 1e6;
        tally.Print(figures, isJson);
    }

    /// <summary>Compares the reader with a bare pass of XmlReader over the same well-formed files.</summary>
    private static void AddSpeed(IEnumerable<byte[]> files, Dictionary<string, double> figures)
    {
        byte[][] wellFormed = [.. files.Where(content => content.Length > 2000 && Walk(content) >= 0)];
        var url = new Uri("https://feed.example/");
        double bare = double.MaxValue;
        double own = double.MaxValue;
        long allocated = 0;
        long bareAllocated = 0;
        for (int round = 0; round < TimedRounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            bare = Math.Min(bare, Time(content => Walk(content)));
            bareAllocated = GC.GetAllocatedBytesForCurrentThread() - before;
            before = GC.GetAllocatedBytesForCurrentThread();
            own = Math.Min(own, Time(content => _ = FeedReader.Read(content, url)));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        figures["well-formed files over 2 kB"] = wellFormed.Length;
        figures["bare XmlReader ms"] = bare;
        figures["reader ms"] = own;
        figures["times a bare pass"] = own / bare;
        double length = wellFormed.Sum(content => 2.0 * Encoding.UTF8.GetCharCount(content));
        figures["well-formed MB as UTF-16"] = length / 1e6;
        figures["bare allocated per byte"] = bareAllocated / length;
        figures["bytes allocated per byte as UTF-16"] = allocated / length;

        double Time(Action<byte[]> action)
        {
            var effort = new Effort();
            _ = effort.Measure(() =>
            {
                Array.ForEach(wellFormed, action);
                return 0;
            });
            return effort.ToFigures()["total ms"];
        }
    }

    private static int Walk(byte[] content)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            int length = 0;
            while (reader.Read())
            {
                length += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 0;
            }

            return length;
        }
        catch (XmlException)
        {
            return -1;
        }
    }
}
