using System.Globalization;
using System.Text;

namespace NewsDiff.Storage;

/// <summary>Encodes any text for a text column, without loss.</summary>
/// <remarks>
/// Texts from the web may have NUL, which PostgreSQL refuses, and half surrogate pairs, which UTF-8 cannot express.
/// Those, and the escape itself (U+001A SUBSTITUTE), become U+001A and four hexadecimal digits; everything else stays.
/// </remarks>
internal static class StorableText
{
    private const char Escape = '\u001A';

    /// <summary>Encodes a text for a text column.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <returns>Well-formed text without NUL; null for null.</returns>
    public static string? Encode(string? text)
    {
        if (text is null || !NeedsEscapes(text))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                encoded.Append(text, i++, 2);
            }
            else if (MustEscape(text[i]))
            {
                encoded.Append(Escape).Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                encoded.Append(text[i]);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes a text of <see cref="Encode"/>.</summary>
    /// <param name="encoded">The encoded text, or null.</param>
    /// <returns>The text; null for null.</returns>
    /// <exception cref="FormatException">An escape is invalid.</exception>
    public static string? Decode(string? encoded)
    {
        if (encoded is null || !encoded.Contains(Escape, StringComparison.Ordinal))
        {
            return encoded;
        }

        var text = new StringBuilder(encoded.Length);
        for (int i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != Escape)
            {
                text.Append(encoded[i]);
                continue;
            }

            if (i + 4 >= encoded.Length
                || !ushort.TryParse(
                    encoded.AsSpan(i + 1, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out ushort unit))
            {
                throw new FormatException("A U+001A is not followed by four hexadecimal digits.");
            }

            text.Append((char)unit);
            i += 4;
        }

        return text.ToString();
    }

    /// <summary>Whether the text has half a surrogate pair, which UTF-8 cannot express.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NeedsEscapes(string text) =>
        text.AsSpan().ContainsAny('\0', Escape) || HasLoneSurrogate(text);

    private static bool MustEscape(char unit) => unit is '\0' or Escape || char.IsSurrogate(unit);

    private static bool IsPair(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
