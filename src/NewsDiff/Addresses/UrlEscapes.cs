using System.Buffers;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Addresses;

/// <summary>Writes characters that an address may not contain as UTF-8 escapes (URL Standard, 1.3).</summary>
/// <remarks>A percent sign stays as it is, whatever follows it.</remarks>
internal static class UrlEscapes
{
    private const string Digits = "0123456789ABCDEF";
    private const string FragmentMarks = " \"<>`";
    private const string QueryMarks = " \"#<>'";
    private const string PathMarks = " \"#<>?^`{}";
    private const string UserMarks = PathMarks + "/:;=@[\\]|";

    /// <summary>Characters that a path may contain unescaped.</summary>
    public static SearchValues<char> Path { get; } = Allowed(PathMarks);

    /// <summary>Characters that a query may contain unescaped.</summary>
    public static SearchValues<char> Query { get; } = Allowed(QueryMarks);

    /// <summary>Characters that a fragment may contain unescaped.</summary>
    public static SearchValues<char> Fragment { get; } = Allowed(FragmentMarks);

    /// <summary>Characters that a user's name or password may contain unescaped.</summary>
    public static SearchValues<char> User { get; } = Allowed(UserMarks);

    /// <summary>Adds a text and escapes what is not allowed; a lone surrogate becomes U+FFFD.</summary>
    public static void Append(ReadOnlySpan<char> text, SearchValues<char> allowed, CharBuffer escaped)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAnyExcept(allowed);
            escaped.Append(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            text = text[plain..];
            Rune.DecodeFromUtf16(text, out Rune rune, out int length);
            foreach (byte unit in bytes[..rune.EncodeToUtf8(bytes)])
            {
                escaped.Append('%');
                escaped.Append(Digits[unit >> 4]);
                escaped.Append(Digits[unit & 15]);
            }

            text = text[length..];
        }
    }

    /// <summary>Decodes the escapes of a text into bytes; everything else stays.</summary>
    public static byte[] Decode(ReadOnlySpan<char> text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isEscape = bytes[i] == '%'
                && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1])
                && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = isEscape ? (byte)((Digit(bytes[i + 1]) << 4) | Digit(bytes[i + 2])) : bytes[i];
            i += isEscape ? 2 : 0;
        }

        return bytes[..length];
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit & 0xDF) - 'A' + 10;

    private static SearchValues<char> Allowed(string marks) =>
        SearchValues.Create(
            [.. Enumerable.Range('!', '~' - '!' + 1)
                .Select(static c => (char)c)
                .Where(c => !marks.Contains(c, StringComparison.Ordinal))]);
}
