using System.Text;
using System.Text.Unicode;

namespace NewsDiff.Text;

/// <summary>Finds a text's encoding and decodes it; wrong bytes become U+FFFD.</summary>
/// <remarks>
/// It follows the HTML standard (13.2.3): byte order mark, header, declaration. A claim that the bytes disprove
/// (<see cref="CharsetProof"/>) is not believed, nor a header against valid UTF-8 that declares itself. Without a
/// claim, valid UTF-8 is UTF-8; otherwise <see cref="CharsetDetector"/> guesses, or windows-1252 is assumed.
/// </remarks>
internal static class CharsetSniffer
{
    /// <summary>The maximum number of bytes of one character in UTF-8.</summary>
    private const int LongestSequence = 4;

    private delegate Charset? DeclaredCharset(ReadOnlySpan<byte> content);

    /// <summary>Decodes a page.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static DecodedText DecodeHtml(ReadOnlySpan<byte> content, string? contentType) =>
        Decode(content, Find(content, contentType, MetaPrescan.Find));

    /// <summary>Decodes an XML or JSON document.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static DecodedText DecodeXml(ReadOnlySpan<byte> content, string? contentType) =>
        Decode(content, Find(content, contentType, XmlDeclaration.FindCharset));

    /// <summary>Decodes an XML or JSON document into a buffer.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    /// <param name="text">The buffer.</param>
    /// <returns>The name of the encoding.</returns>
    public static string DecodeXml(ReadOnlySpan<byte> content, string? contentType, CharBuffer text)
    {
        SniffedCharset found = Find(content, contentType, XmlDeclaration.FindCharset);
        text.Append(content[found.MarkLength..], found.Charset.Encoding);
        return found.Charset.Name;
    }

    /// <summary>Finds the encoding of a streamed XML document from its beginning.</summary>
    /// <param name="beginning">The first bytes; a truncated last character is ignored.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static SniffedCharset SniffXml(ReadOnlySpan<byte> beginning, string? contentType)
    {
        int last = beginning.Length - 1;
        while (last > beginning.Length - LongestSequence && last > 0 && (beginning[last] & 0xc0) == 0x80)
        {
            last--;
        }

        int needed = last < 0 ? 0 : beginning[last] switch { >= 0xf0 => 4, >= 0xe0 => 3, >= 0xc0 => 2, _ => 1 };
        ReadOnlySpan<byte> whole = last + needed > beginning.Length ? beginning[..last] : beginning;
        return Find(whole, contentType, XmlDeclaration.FindCharset);
    }

    /// <summary>Decodes a text only by its bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static DecodedText DecodeUndeclared(ReadOnlySpan<byte> content) =>
        Decode(content, Find(content, contentType: null, findDeclared: null));

    private static SniffedCharset Find(ReadOnlySpan<byte> content, string? contentType, DeclaredCharset? findDeclared)
    {
        if (MarkOf(content) is { Length: > 0 } mark)
        {
            return new SniffedCharset(mark.Charset, CharsetSource.ByteOrderMark, mark.Length);
        }

        // The declaration is searched only when it counts, since that may read much of a page.
        Charset? stated = CharsetLabels.Find(MediaType.Parameter(contentType, "charset"));
        if (stated is not null
            && stated != CharsetLabels.Utf8
            && !Ascii.IsValid(content)
            && Utf8.IsValid(content)
            && findDeclared?.Invoke(content) == CharsetLabels.Utf8)
        {
            // The bytes bear the document out, not the server.
            return new SniffedCharset(CharsetLabels.Utf8, CharsetSource.Declaration);
        }

        return Believed(stated, CharsetSource.Header, content)
            ?? Believed(findDeclared?.Invoke(content), CharsetSource.Declaration, content)
            ?? Detect(content);
    }

    /// <summary>The claimed encoding, or the proved one; null when neither holds.</summary>
    /// <remarks>Without a claim, the result is null.</remarks>
    private static SniffedCharset? Believed(Charset? claimed, CharsetSource source, ReadOnlySpan<byte> content) =>
        claimed is not null && CharsetProof.Judge(claimed, content) is { } judged
            ? new SniffedCharset(judged, judged == claimed ? source : CharsetSource.Detection)
            : null;

    private static SniffedCharset Detect(ReadOnlySpan<byte> content)
    {
        if (Utf16Form.Detect(content) is { } wide)
        {
            return new SniffedCharset(wide, CharsetSource.Detection);
        }

        if (Utf8.IsValid(content) && !CharsetDetector.IsJapaneseByEscapes(content))
        {
            return new SniffedCharset(CharsetLabels.Utf8, CharsetSource.Detection);
        }

        return CharsetDetector.Detect(content) is { } detected
            ? new SniffedCharset(detected, CharsetSource.Detection)
            : new SniffedCharset(CharsetLabels.Western, CharsetSource.Assumption);
    }

    private static DecodedText Decode(ReadOnlySpan<byte> content, SniffedCharset found) =>
        new(found.Charset.Encoding.GetString(content[found.MarkLength..]), found.Charset.Name, found.Source);

    private static (Charset Charset, int Length) MarkOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (CharsetLabels.Utf8, 3),
        [0xFE, 0xFF, ..] => (CharsetLabels.Utf16BigEndian, 2),
        [0xFF, 0xFE, ..] => (CharsetLabels.Utf16LittleEndian, 2),
        _ => (CharsetLabels.Utf8, 0),
    };
}
