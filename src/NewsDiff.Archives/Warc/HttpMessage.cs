using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Reads HTTP messages in WARC records (RFC 9112), including malformed ones.</summary>
internal static class HttpMessage
{
    /// <summary>The largest head that is read, in bytes.</summary>
    public const int MaxHeadBytes = ArchiveLimits.HeadBytes;

    private const string Chunked = "chunked";

    /// <summary>Reads the head of an answer.</summary>
    /// <returns>The head; null when the bytes do not begin with one.</returns>
    public static HttpHead? ReadHead(ReadOnlySpan<byte> message)
    {
        if (!message.StartsWith("HTTP/"u8))
        {
            return null;
        }

        ReadOnlySpan<byte> near = message[..Math.Min(message.Length, MaxHeadBytes)];
        int end = WarcHeaderParser.FindEnd(near, searched: 0);
        int length = end < 0 ? message.Length : end;
        string[] lines = [.. Encoding.Latin1.GetString(near[..Math.Min(near.Length, length)])
            .Split('\n')
            .Select(static line => line.TrimEnd('\r'))];
        string[] status = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return status.Length >= 2
            && int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            && code is >= 100 and <= 999
            ? new HttpHead(code, status.Length > 2 ? status[2].Trim() : "", FieldsOf(lines), length)
            : null;
    }

    /// <summary>The body of an answer, with its chunks joined.</summary>
    public static ReadOnlyMemory<byte> BodyOf(ReadOnlyMemory<byte> message, HttpHead head)
    {
        ReadOnlyMemory<byte> body = message[head.Length..];
        bool isChunked = head.Headers.Any(static field =>
            field.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
            && field.Value.Contains(Chunked, StringComparison.OrdinalIgnoreCase));

        // Many programs join the chunks but keep the header: then the body does not parse as chunks.
        return isChunked && ChunkedBody.Decode(body.Span) is { } whole ? whole : body;
    }

    /// <summary>Writes an answer.</summary>
    public static byte[] WriteResponse(Capture capture, out int bodyStart)
    {
        byte[] head = WriteHead(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {capture.StatusCode} {capture.ReasonPhrase}"),
            capture.Headers.Where(
                static field => !field.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)));
        bodyStart = head.Length;
        return [.. head, .. capture.Body.Span];
    }

    /// <summary>Writes a request.</summary>
    public static byte[] WriteRequest(Capture capture) =>
        WriteHead($"GET {capture.Url.PathAndQuery} HTTP/1.1", capture.RequestHeaders);

    private static ImmutableArray<HttpField> FieldsOf(string[] lines)
    {
        ImmutableArray<HttpField>.Builder fields = ImmutableArray.CreateBuilder<HttpField>();
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !line.AsSpan(0, colon).ContainsAnyExceptInRange('!', '~'))
            {
                fields.Add(new HttpField(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return fields.ToImmutable();
    }

    private static byte[] WriteHead(string firstLine, IEnumerable<HttpField> fields)
    {
        var head = new StringBuilder(firstLine).Append("\r\n");
        foreach (HttpField field in fields)
        {
            head.Append(CultureInfo.InvariantCulture, $"{field.Name}: {OneLine(field.Value)}\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static string OneLine(string value) =>
        value.AsSpan().ContainsAny('\r', '\n') ? value.ReplaceLineEndings(" ") : value;
}
