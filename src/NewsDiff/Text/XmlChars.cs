using System.Text;
using System.Xml;

namespace NewsDiff.Text;

/// <summary>Makes texts valid in XML 1.0.</summary>
internal static class XmlChars
{
    /// <summary>Removes characters that XML forbids.</summary>
    /// <remarks>These are most control characters, lone surrogates, U+FFFE and U+FFFF.</remarks>
    internal static string Clean(string text)
    {
        int length = CleanLength(text);
        if (length == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, length, text.Length);
        for (int i = length; i < text.Length;)
        {
            int valid = CleanLength(text.AsSpan(i));
            clean.Append(text, i, valid);
            i += valid + 1;
        }

        return clean.ToString();
    }

    /// <summary>The number of valid characters at the beginning.</summary>
    private static int CleanLength(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length)
        {
            bool isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (!isPair && !XmlConvert.IsXmlChar(text[i]))
            {
                break;
            }

            i += isPair ? 2 : 1;
        }

        return i;
    }
}
