using System.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Converts a text to what a reader sees.</summary>
internal static class PlainText
{
    /// <summary>The beginning of a text, without splitting a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Collapses white space to single spaces and drops characters without width.</summary>
    public static string Collapse(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (TextWeight.IsSpace(c))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }
            }
            else if (!TextWeight.IsInvisible(c))
            {
                builder.Append(c);
            }
        }

        return builder.ToString().TrimEnd();
    }
}
