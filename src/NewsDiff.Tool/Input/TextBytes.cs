using System.Buffers;
using System.Text;

namespace NewsDiff.Tool.Input;

/// <summary>Decodes a file: by its byte order mark, else by the charset a page declares, else as UTF-8 or Windows-1252.</summary>
internal static class TextBytes
{
    private const int DeclarationLength = 1024;
    private const int Utf8 = 65001;
    private const int Utf16 = 1200;
    private const int Utf16BigEndian = 1201;
    private const int Latin1 = 28591;
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("\"' ;/>");
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string Decode(byte[] bytes)
    {
        Encoding encoding = Marked(bytes) ?? Declared(bytes) ?? StrictUtf8;
        try
        {
            return WithoutMark(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: what is neither marked nor declared otherwise is Western European, as browsers assume.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        int at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !HtmlSniffer.IsHtml(start))
        {
            return null;
        }

        string label = start[(at + "charset=".Length)..].TrimStart('"', '\'', ' ');
        int end = label.AsSpan().IndexOfAny(LabelEnds);
        return Find(end < 0 ? label : label[..end]);
    }

    /// <summary>The encoding of a label; null when it is UTF-8 or Latin-1 (tried last as Windows-1252), or none.</summary>
    private static Encoding? Find(string label)
    {
        try
        {
            Encoding? found = CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
            return found.CodePage is Utf8 or Utf16 or Utf16BigEndian or Latin1 ? null : found;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
