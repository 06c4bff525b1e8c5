using System.Text.Unicode;

namespace NewsDiff.Text;

/// <summary>Finds out how a text is encoded, and decodes it; bytes that are wrong become U+FFFD.</summary>
/// <remarks>
/// In the order of the HTML standard (13.2.3): byte order mark, header, declaration. What declares nothing is UTF-8 when it
/// can be; else <see cref="CharsetDetector"/> guesses, and where it cannot, windows-1252 is assumed.
/// </remarks>
internal static class CharsetSniffer
{
    /// <summary>Decodes a page.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static DecodedText DecodeHtml(ReadOnlySpan<byte> content, string? contentType) =>
        Decode(content, contentType, MetaPrescan.Find(content));

    /// <summary>Decodes an XML or JSON document.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static DecodedText DecodeXml(ReadOnlySpan<byte> content, string? contentType) =>
        Decode(content, contentType, XmlDeclaration.FindCharset(content));

    private static DecodedText Decode(ReadOnlySpan<byte> content, string? contentType, Charset? declared)
    {
        if (MarkOf(content) is { Length: > 0 } mark)
        {
            return Decode(content[mark.Length..], mark.Charset, CharsetSource.ByteOrderMark);
        }

        if (CharsetLabels.Find(MediaType.Parameter(contentType, "charset")) is { } sent)
        {
            return Decode(content, sent, CharsetSource.Header);
        }

        return declared is null ? DecodeUndeclared(content) : Decode(content, declared, CharsetSource.Declaration);
    }

    /// <summary>Decodes a text by nothing but its bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static DecodedText DecodeUndeclared(ReadOnlySpan<byte> content)
    {
        if (MarkOf(content) is { Length: > 0 } mark)
        {
            return Decode(content[mark.Length..], mark.Charset, CharsetSource.ByteOrderMark);
        }

        if (Utf16Form.Detect(content) is { } wide)
        {
            return Decode(content, wide, CharsetSource.Detection);
        }

        if (Utf8.IsValid(content) && !CharsetDetector.IsJapaneseByEscapes(content))
        {
            return Decode(content, CharsetLabels.Utf8, CharsetSource.Detection);
        }

        return CharsetDetector.Detect(content) is { } detected
            ? Decode(content, detected, CharsetSource.Detection)
            : Decode(content, CharsetLabels.Western, CharsetSource.Assumption);
    }

    private static DecodedText Decode(ReadOnlySpan<byte> content, Charset charset, CharsetSource source) =>
        new(charset.Encoding.GetString(content), charset.Name, source);

    private static (Charset Charset, int Length) MarkOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (CharsetLabels.Utf8, 3),
        [0xFE, 0xFF, ..] => (CharsetLabels.Utf16BigEndian, 2),
        [0xFF, 0xFE, ..] => (CharsetLabels.Utf16LittleEndian, 2),
        _ => (CharsetLabels.Utf8, 0),
    };
}
