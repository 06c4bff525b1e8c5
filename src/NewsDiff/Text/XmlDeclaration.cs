using System.Text;

namespace NewsDiff.Text;

/// <summary>Reads the encoding from the first line of an XML document (XML 1.0, appendix F).</summary>
internal static class XmlDeclaration
{
    /// <summary>
    /// The number of bytes searched: white space or warnings of a script may precede the declaration.
    /// </summary>
    private const int MaxBytes = 1024;

    /// <summary>Finds the encoding that a document declares, or that its first characters show.</summary>
    /// <param name="content">The document's bytes, without byte order mark.</param>
    /// <returns>The encoding, or null.</returns>
    public static Charset? FindCharset(ReadOnlySpan<byte> content)
    {
        switch (content)
        {
            case [(byte)'<', 0, _, 0, ..]:
                return CharsetLabels.Utf16LittleEndian;
            case [0, (byte)'<', 0, _, ..]:
                return CharsetLabels.Utf16BigEndian;
        }

        string beginning = Encoding.Latin1.GetString(content[..Math.Min(content.Length, MaxBytes)]);
        int start = beginning.IndexOf("<?xml", StringComparison.Ordinal);
        int end = start < 0 ? -1 : beginning.IndexOf('>', start);
        if (end < 0)
        {
            return null;
        }

        Charset? declared = CharsetLabels.Find(EncodingIn(beginning.AsSpan(start, end - start)));

        // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
        return declared == CharsetLabels.Utf16LittleEndian || declared == CharsetLabels.Utf16BigEndian
            ? CharsetLabels.Utf8
            : declared;
    }

    private static string? EncodingIn(ReadOnlySpan<char> declaration)
    {
        int name = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (name < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = declaration[(name + "encoding".Length)..].TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        if (rest is not ['"' or '\'', ..])
        {
            return null;
        }

        int close = rest[1..].IndexOf(rest[0]);
        return close < 0 ? null : rest.Slice(1, close).ToString();
    }
}
