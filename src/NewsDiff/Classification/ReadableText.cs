using System.Net;

namespace NewsDiff.Classification;

/// <summary>Makes texts that read like those people see, with every place where it was.</summary>
internal static class ReadableText
{
    /// <summary>Fills the rest of a reference's place; it joins words, and no text needs it.</summary>
    private const char Filling = '\u2060';

    private const int LongestReference = 10;

    private const string AddressEnds = "<>\"`{}|\\^[]()";

    /// <summary>Replaces references such as <c>&amp;#8217;</c> by their characters.</summary>
    /// <remarks>Some sites escape them twice.</remarks>
    public static string Decode(string text)
    {
        int at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        char[] decoded = text.ToCharArray();
        for (; at >= 0 && at < text.Length; at = text.IndexOf('&', at + 1))
        {
            int length = text.AsSpan(at, Math.Min(LongestReference, text.Length - at)).IndexOf(';') + 1;
            string reference = text.Substring(at, length);
            string character = WebUtility.HtmlDecode(reference);
            if (length > 0 && character != reference)
            {
                decoded.AsSpan(at, length).Fill(Filling);
                character.CopyTo(decoded.AsSpan(at));
            }
        }

        return new string(decoded);
    }

    /// <summary>Takes the filling out.</summary>
    public static string Compact(string text) => text.Contains(Filling, StringComparison.Ordinal)
        ? text.Replace(Filling.ToString(), "", StringComparison.Ordinal)
        : text;

    /// <summary>Puts spaces in the place of web addresses, whose digits and words state nothing.</summary>
    public static string WithoutAddresses(string text)
    {
        char[]? blank = null;
        for (int at = 0; at < text.Length; at++)
        {
            if (StartsAddress(text, at))
            {
                blank ??= text.ToCharArray();
                int end = EndOfAddress(text, at);
                blank.AsSpan(at, end - at).Fill(' ');
                at = end - 1;
            }
        }

        return blank is null ? text : new string(blank);
    }

    private static bool StartsAddress(string text, int at) =>
        text[at] is 'h' or 'H' or 'w' or 'W' or '/'
        && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
        && (Begins(text, at, "http://") || Begins(text, at, "https://") || Begins(text, at, "www.")
            || (Begins(text, at, "//") && at + 2 < text.Length && char.IsAsciiLetter(text[at + 2])));

    private static bool Begins(string text, int at, string start) =>
        string.Compare(text, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int EndOfAddress(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] is > ' ' and <= '~'
            && !AddressEnds.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        while (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'')
        {
            end--;
        }

        return end;
    }
}
