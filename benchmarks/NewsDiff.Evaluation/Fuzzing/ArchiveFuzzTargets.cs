using System.IO.Compression;
using System.Text;
using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Evaluation.Fuzzing;

/// <summary>The readers of archives, with texts to begin from. None may throw, whatever it is given.</summary>
internal static class ArchiveFuzzTargets
{
    private static readonly Uri Address = new("https://example.org/feed.xml");

    /// <summary>The names of all targets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["warc", "timemap"];

    /// <summary>Gives an input to a target.</summary>
    public static void Run(string target, byte[] input)
    {
        if (target == "warc")
        {
            ReadWarcAsync(input).GetAwaiter().GetResult();
        }
        else
        {
            _ = TimeMapReader.Read(input, Address);
        }
    }

    /// <summary>The texts that inputs of a target are made from.</summary>
    public static IReadOnlyList<byte[]> Seeds(string target) => target == "warc"
        ? [.. Texts(target).Select(Encoding.UTF8.GetBytes), .. Texts(target).Select(Gzip)]
        : [.. Texts(target).Select(Encoding.UTF8.GetBytes)];

    private static async Task ReadWarcAsync(byte[] input)
    {
        await using var reader = new WarcReader(new MemoryStream(input), new WarcReaderOptions { CheckDigests = true });
        while (await reader.ReadAsync() is { } record)
        {
            _ = (record.Date, record.TargetUri, record.Type, await record.ReadBlockAsync(100_000));
        }
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string[] Texts(string target) => target switch
    {
        "warc" =>
        [
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-05-03T14:20:05.125Z\r\nWARC-Target-URI: "
            + "https://a.example/\r\n"
                + "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nContent-Length: 24\r\n\r\nHTTP/1.1 "
                + "200 OK\r\n\r\nhello\r\n\r\n"
                + "WARC/1.0\nWARC-Type: metadata\nContent-Length: 3\n\na:b\n\n",
        ],
        _ =>
        [
            "<http://a.example/>;rel=\"original\",<https://w.example/web/2000/http://a.example/>;rel=\"memento\";datetime=\"Tue, 20 Jun 2000 18:02:59 GMT\"",
            """{"original_uri":"http://a.example/","mementos":{"list":[{"datetime":"2000-06-20T18:02:59Z","uri":"https://w.example/2000/http://a.example/"}]}}""",
            """[["timestamp","original","statuscode"],["20000620180259","http://a.example/","200"]]""",
            "example,a)/ 20000620180259 http://a.example/ text/html 200 AAAA 1\nexample,a)/ 2001 "
            + "{\"url\":\"http://a.example/\"}",
        ],
    };
}
