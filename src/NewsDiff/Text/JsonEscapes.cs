using System.Buffers.Text;

namespace NewsDiff.Text;

/// <summary>Mends half surrogate pairs in JSON, which the platform's reader refuses.</summary>
/// <remarks>A program that cuts a text inside of an emoji writes such halves: <c>"Storm \ud83c"</c>.</remarks>
internal static class JsonEscapes
{
    private const int Length = 6;

    /// <summary>Whether JSON may have such a half: it has the escape of a half or of a whole pair.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    /// <summary>Whether JSON may have such a half.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> json) =>
        json.Contains("\\ud", StringComparison.Ordinal) || json.Contains("\\uD", StringComparison.Ordinal);

    /// <summary>Replaces the escapes of half pairs by that of U+FFFD, which is as long.</summary>
    /// <returns>The JSON itself when it has no such escape.</returns>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json)
    {
        ReadOnlySpan<byte> text = json.Span;
        if (!MayBeIn(text))
        {
            return json;
        }

        byte[]? mended = null;
        int at = 0;
        while (at < text.Length && text[at..].IndexOf((byte)'\\') is var next and >= 0)
        {
            at += next;
            char first = CodeOf(text[at..]);
            if (!char.IsSurrogate(first))
            {
                // A backslash and what it escapes, which may be a backslash.
                at += 2;
            }
            else if (char.IsSurrogatePair(first, CodeOf(text[(at + Length)..])))
            {
                at += 2 * Length;
            }
            else
            {
                "\\ufffd"u8.CopyTo((mended ??= json.ToArray()).AsSpan(at));
                at += Length;
            }
        }

        return mended ?? json;
    }

    private static char CodeOf(ReadOnlySpan<byte> escape) =>
        escape.Length >= Length && escape.StartsWith("\\u"u8)
            && Utf8Parser.TryParse(escape[2..Length], out ushort code, out int read, 'x') && read == Length - 2
            ? (char)code
            : '\0';
}
