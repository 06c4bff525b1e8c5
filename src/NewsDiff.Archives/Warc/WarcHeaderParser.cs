using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Reads the header of a record.</summary>
/// <remarks>Lines end with CR LF or LF, and may continue on the next line.</remarks>
internal static class WarcHeaderParser
{
    /// <summary>The first bytes of every record.</summary>
    public static ReadOnlySpan<byte> Beginning => "WARC/"u8;

    /// <summary>The end of a header, after its blank line.</summary>
    /// <param name="bytes">Bytes that begin with the header.</param>
    /// <param name="searched">The number of bytes that an earlier call searched.</param>
    /// <returns>The length of the header with its blank line; -1 when that is missing so far.</returns>
    public static int FindEnd(ReadOnlySpan<byte> bytes, int searched)
    {
        int at = Math.Max(0, searched - "\n\r".Length);
        while (bytes[at..].IndexOf((byte)'\n') is var line and >= 0)
        {
            at += line + 1;
            if (bytes[at..].StartsWith("\n"u8) || bytes[at..].StartsWith("\r\n"u8))
            {
                return at + (bytes[at] == '\n' ? 1 : 2);
            }
        }

        return -1;
    }

    /// <summary>Reads a header.</summary>
    /// <returns>The version after <c>WARC/</c>, and the fields; lines without a colon are skipped.</returns>
    public static (string Version, ImmutableArray<WarcField> Fields) Parse(ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<char> text = Encoding.UTF8.GetString(header);
        ImmutableArray<WarcField>.Builder fields = ImmutableArray.CreateBuilder<WarcField>(0);
        ReadOnlySpan<char> version = [];
        foreach (Range range in text.Split('\n'))
        {
            ReadOnlySpan<char> line = text[range].TrimEnd('\r');
            int colon = line.IndexOf(':');
            if (range.Start.Value == 0)
            {
                version = line[Beginning.Length..].Trim();
            }
            else if (line is [' ' or '\t', ..] && fields.Count > 0)
            {
                fields[^1] = fields[^1] with { Value = $"{fields[^1].Value} {line.Trim()}".Trim() };
            }
            else if (colon > 0)
            {
                fields.Add(new WarcField(line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString()));
            }
        }

        return (version.ToString(), fields.ToImmutable());
    }

    /// <summary>The first field with a name, or null.</summary>
    public static string? Find(ImmutableArray<WarcField> fields, string name)
    {
        foreach (WarcField field in fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>The length of the block by its header.</summary>
    /// <returns>The length in bytes; null when it is missing or not a number.</returns>
    public static long? LengthOf(ImmutableArray<WarcField> fields) =>
        long.TryParse(
            Find(fields, WarcNames.ContentLength), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : null;
}
