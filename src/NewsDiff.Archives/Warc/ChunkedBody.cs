using System.Buffers;
using System.Buffers.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Bodies that were sent in chunks (RFC 9112, 7.1).</summary>
internal static class ChunkedBody
{
    /// <summary>Joins the chunks of a body.</summary>
    /// <returns>The body, even if its end is missing; null when it does not begin with a chunk.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> chunks)
    {
        var whole = new ArrayBufferWriter<byte>(Math.Max(1, chunks.Length));
        bool hasBegun = false;
        while (SizeOf(chunks) is { } chunk)
        {
            hasBegun = true;
            ReadOnlySpan<byte> rest = chunks[chunk.Start..];
            int size = (int)Math.Min(chunk.Size, rest.Length);
            whole.Write(rest[..size]);
            if (size < chunk.Size || size == 0)
            {
                break;
            }

            chunks = rest[size..];
            chunks = chunks.StartsWith("\r\n"u8) ? chunks[2..] : chunks.StartsWith("\n"u8) ? chunks[1..] : chunks;
        }

        return hasBegun ? whole.WrittenSpan.ToArray() : null;
    }

    private static (long Size, int Start)? SizeOf(ReadOnlySpan<byte> chunks)
    {
        int line = chunks[..Math.Min(chunks.Length, 1024)].IndexOf((byte)'\n');
        if (line < 0 || !Utf8Parser.TryParse(chunks[..line], out uint size, out int digits, 'x') || digits == 0)
        {
            return null;
        }

        ReadOnlySpan<byte> extension = chunks[digits..line].Trim(" \t\r"u8);
        return extension.IsEmpty || extension[0] == ';' ? (size, line + 1) : null;
    }
}
