using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>WARC files that no crawler would write.</summary>
public static class HostileWarcs
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Of("a length that no file has", () => Text(Head("response", "https://a.example/", "9223372036854775807"))),
        Of("a length below zero", () => Text(Head("response", "https://a.example/", "-1"))),
        Of("a header that never ends", () => Text("WARC/1.1\r\n" + Many("X-Field: value\r\n", 500_000))),
        Of(
            "a header line of megabytes",
            () => Text("WARC/1.1\r\nWARC-Type: response\r\nX: " + new string('x', 8 * Megabyte) + "\r\n\r\n")),
        Of("beginnings of records without end", () => Text(Many("WARC/1.1\r\n\r\n", 500_000))),
        Of("zeros that unpack to gigabytes", () => Pack(writer =>
        {
            writer.Write(
                Text(
                    Head("response", "https://a.example/", (1024L * Megabyte).ToString(CultureInfo.InvariantCulture))
                        + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
            byte[] zeros = new byte[Megabyte];
            for (int i = 0; i < 200; i++)
            {
                writer.Write(zeros);
            }
        })),
        Of(
            "empty gzip members without end",
            () => [.. Enumerable.Repeat(Pack(static _ => { }), 50_000).SelectMany(static member => member)]),
        Of("revisits of one another", () => Text(
            Record(
                "revisit",
                "https://a.example/",
                "HTTP/1.1 200 OK\r\n\r\n",
                "WARC-Refers-To-Target-URI: https://b.example/\r\nWARC-Refers-To-Date: 2024-01-02T03:04:05Z\r\n")
            + Record(
                "revisit",
                "https://b.example/",
                "HTTP/1.1 200 OK\r\n\r\n",
                "WARC-Refers-To-Target-URI: https://a.example/\r\nWARC-Refers-To-Date: 2024-01-02T03:04:05Z\r\n"))),
        Of("a status that is none", () => Text(Record("response", "https://a.example/", "HTTP/1.1 99999 No\r\n\r\n"))),
        Of(
            "chunks longer than the body",
            () => Text(
                Record(
                    "response",
                    "https://a.example/",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\na"))),
        Of(
            "chunks of one byte",
            () => Text(
                Record(
                    "response",
                    "https://a.example/",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Many("1\r\na\r\n", 500_000)))),
        Of(
            "many header fields",
            () => Text(Record("response", "https://a.example/", "HTTP/1.1 200 OK\r\n" + Many("A:b\r\n", 500_000)))),
        Of(
            "an address that is none",
            () => Text(
                Record("response", "http://[", "HTTP/1.1 200 OK\r\n\r\n")
                    + Record("resource", "urn:newsdiff:followed", "{\"feeds\":[{\"url\":\"\\ud800\"}]}"))),
        Of(
            "a date before all dates",
            () => Text(
                Record(
                    "response",
                    "https://a.example/",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a",
                    date: "0001-01-01T00:00:00Z"))),
        Of(
            "bytes of no text",
            () => [.. Enumerable.Range(0, 5 * Megabyte).Select(static number => (byte)(number * 31))]),
    ];

    private static HostileInput Of(string name, Func<byte[]> make) => new(HostileKind.Warc, name, make);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Head(
        string type,
        string url,
        string length,
        string fields = "",
        string date = "2024-01-02T03:04:05Z") =>
        $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: {date}\r\nWARC-Target-URI: "
        + $"{url}\r\n{fields}Content-Length: {length}\r\n\r\n";

    private static string Record(
        string type,
        string url,
        string block,
        string fields = "",
        string date = "2024-01-02T03:04:05Z") =>
        Head(type, url, Encoding.UTF8.GetByteCount(block).ToString(CultureInfo.InvariantCulture), fields, date) + block
            + "\r\n\r\n";

    private static byte[] Pack(Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            write(gzip);
        }

        return packed.ToArray();
    }

    private static string Many(string part, int times) =>
        new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
