using System.IO.Compression;
using System.Text;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests.Warc;

/// <summary>WARC files in memory, written by the writer or by hand.</summary>
internal static class WarcFile
{
    public static readonly DateTimeOffset Date = new(2026, 5, 3, 12, 0, 0, 250, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static WarcRecordDraft Page(int number, string body) => new()
    {
        Type = WarcRecordType.Response,
        TargetUri = new Uri($"https://news.example/story-{number}"),
        Date = Date.AddSeconds(number),
        Block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body),
        PayloadStart = 44,
    };

    /// <summary>Writes pages of growing length.</summary>
    public static async Task<byte[]> WriteAsync(int pages, WarcWriterOptions? options = null)
    {
        var file = new MemoryStream();
        await using (var writer = new WarcWriter(file, options))
        {
            for (int i = 1; i <= pages; i++)
            {
                await writer.WriteAsync(Page(i, Body(i)), Stop);
            }
        }

        return file.ToArray();
    }

    public static string Body(int number) =>
        string.Concat(Enumerable.Range(0, number * 40).Select(i => $"<p>Line {i * number} of page {number}</p>\n"));

    /// <summary>Reads all there is, each record with the text of its block.</summary>
    public static async Task<(List<(WarcRecord Record, string Block)> Records, IReadOnlyList<WarcProblem> Problems)>
        ReadAsync(Stream file, WarcReaderOptions? options = null)
    {
        List<(WarcRecord, string)> records = [];
        await using var reader = new WarcReader(file, options);
        while (await reader.ReadAsync(Stop) is { } record)
        {
            using var block = new MemoryStream();
            await record.Block.CopyToAsync(block, Stop);
            records.Add((record, Encoding.UTF8.GetString(block.ToArray())));
        }

        return (records, reader.Problems);
    }

    public static Task<(List<(WarcRecord Record, string Block)> Records, IReadOnlyList<WarcProblem> Problems)>
        ReadAsync(byte[] file, WarcReaderOptions? options = null) => ReadAsync(new MemoryStream(file), options);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
