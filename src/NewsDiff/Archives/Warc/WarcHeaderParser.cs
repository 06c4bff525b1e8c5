using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Reads the header of a record; lines may end with CR LF or with LF alone, and may go on in the next.</summary>
internal static class WarcHeaderParser
{
    /// <summary>The first bytes of every record.</summary>
    public static ReadOnlySpan<byte> Beginning => "WARC/"u8;

    /// <summary>Where the blank line ends that ends a header.</summary>
    /// <param name="bytes">What begins with the header.</param>
    /// <param name="searched">How many of them were searched before, when there were fewer.</param>
    /// <returns>The length of the header with that line; -1 when it is not there yet.</returns>
    public static int FindEnd(ReadOnlySpan<byte> bytes, int searched)
    {
        int from = Math.Max(0, searched - "\n\r".Length);
        int bare = bytes[from..].IndexOf("\n\n"u8);
        ReadOnlySpan<byte> before = bare < 0 ? bytes[from..] : bytes.Slice(from, bare);
        int full = before.IndexOf("\n\r\n"u8);
        return full >= 0 ? from + full + 3 : bare >= 0 ? from + bare + 2 : -1;
    }

    /// <summary>Reads a header.</summary>
    /// <returns>The version after <c>WARC/</c>, and the fields; lines without a colon are passed over.</returns>
    public static (string Version, ImmutableArray<WarcField> Fields) Parse(ReadOnlySpan<byte> header)
    {
        string[] lines = Encoding.UTF8.GetString(header).Split('\n');
        ImmutableArray<WarcField>.Builder fields = ImmutableArray.CreateBuilder<WarcField>();
        foreach (string line in lines.Skip(1).Select(static line => line.TrimEnd('\r')))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && fields.Count > 0)
            {
                fields[^1] = fields[^1] with { Value = $"{fields[^1].Value} {line.Trim()}".Trim() };
            }
            else if (colon > 0)
            {
                fields.Add(new WarcField(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return (lines[0][Beginning.Length..].Trim(), fields.ToImmutable());
    }

    /// <summary>The first field of a name, or null.</summary>
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

    /// <summary>The length that a header gives its block.</summary>
    /// <returns>The length in bytes; null when it gives none, or no number.</returns>
    public static long? LengthOf(ImmutableArray<WarcField> fields) =>
        long.TryParse(Find(fields, WarcNames.ContentLength), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : null;
}
