using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>The entities of HTML 4.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The character of a name; null for an unknown name.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "nbsp":
                return "\u00a0";
            case "amp" or "AMP":
                return "&";
            case "lt" or "LT":
                return "<";
            case "gt" or "GT":
                return ">";
            case "quot" or "QUOT":
                return "\"";
        }

        if (name.IsEmpty || name.ContainsAnyExcept(NameCharacters))
        {
            return null;
        }

        string reference = $"&{name};";
        string decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? null : decoded;
    }

    /// <summary>Adds a text with its references decoded; anything else stays as written.</summary>
    public static void Decode(ReadOnlySpan<char> text, CharBuffer decoded)
    {
        for (int mark = text.IndexOf('&'); mark >= 0; mark = text.IndexOf('&'))
        {
            decoded.Append(text[..mark]);
            text = text[(mark + 1)..];
            int length = text[..Math.Min(text.Length, LongestName)].IndexOfAny(';', '&');
            bool isRead = length > 0 && text[length] == ';' && TryDecode(text[..length], decoded);
            if (isRead)
            {
                text = text[(length + 1)..];
            }
            else
            {
                decoded.Append('&');
            }
        }

        decoded.Append(text);
    }

    private static bool TryDecode(ReadOnlySpan<char> name, CharBuffer decoded)
    {
        if (name is not ['#', ..])
        {
            if (Find(name) is { } character)
            {
                decoded.Append(character);
                return true;
            }

            return false;
        }

        bool isHex = name.Length > 1 && name[1] is 'x' or 'X';
        if (!int.TryParse(
                name[(isHex ? 2 : 1)..],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number)
            || !Rune.IsValid(number))
        {
            return false;
        }

        decoded.Advance(new Rune(number).EncodeToUtf16(decoded.Room(2)));
        return true;
    }
}
