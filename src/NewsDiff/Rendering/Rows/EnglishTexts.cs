using System.Globalization;
using System.Text;

namespace NewsDiff.Rendering.Rows;

/// <summary>The English words, which are the keys themselves.</summary>
internal sealed class EnglishTexts : IOwnTexts
{
    internal static readonly EnglishTexts Instance = new();

    private EnglishTexts()
    {
    }

    public string Language => "en";

    public string Direction => "ltr";

    public string Say(string english, params ReadOnlySpan<string> values) => Fill(english, values);

    public string Count(string english, int number) => Fill(
        number == 1
            ? english
                .Replace("paragraphs", "paragraph", StringComparison.Ordinal)
                .Replace("characters", "character", StringComparison.Ordinal)
                .Replace("words", "word", StringComparison.Ordinal)
            : english,
        number.ToString(CultureInfo.InvariantCulture));

    public string Later(DateTimeOffset from, DateTimeOffset to) => RelativeTime.Later(from, to);

    public string Translate(string english) => english;

    /// <summary>Puts values into the places of a text: <c>{0}</c>, <c>{1}</c> and so on.</summary>
    internal static string Fill(string text, params ReadOnlySpan<string> values)
    {
        if (values.IsEmpty)
        {
            return text;
        }

        // All places are filled in one pass, because a value, such as a headline, may look like a place.
        var filled = new StringBuilder(text.Length + 32);
        int written = 0;
        while (text.AsSpan(written).IndexOf('{') is var found and >= 0)
        {
            int place = written + found;
            filled.Append(text, written, found);
            if (place + 2 < text.Length && text[place + 2] == '}' && text[place + 1] - '0' is >= 0 and var index
                && index < values.Length)
            {
                filled.Append(values[index]);
                written = place + 3;
            }
            else
            {
                filled.Append('{');
                written = place + 1;
            }
        }

        return filled.Append(text, written, text.Length - written).ToString();
    }
}
