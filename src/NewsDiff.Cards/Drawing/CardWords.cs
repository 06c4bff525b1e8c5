using System.Text;
using NewsDiff.Cards.Lettering;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Cards.Drawing;

/// <summary>Says in words what a card shows.</summary>
internal static class CardWords
{
    /// <summary>The maximum length: Mastodon takes 1,500 characters, others fewer.</summary>
    private const int Longest = 1000;

    private const int LongestPart = 300;

    /// <summary>The alternative text of a card.</summary>
    public static string Of(CardContent content, PageTexts texts)
    {
        string headline = Cut(content.Headline.Text, LongestPart);
        string before = Cut(content.Before.Text, LongestPart);
        string told = before.Length > 0
            ? texts.Say("{0} changed the headline “{1}” to “{2}”.", content.Source, before, headline)
            : headline.Length > 0 ? texts.Say("{0} changed “{1}”.", content.Source, headline)
            : texts.Say("{0} changed an article.", content.Source);
        string passage = content.Passage.Text.Length > 0
            ? texts.Say("The text: {0}", Spoken(content.Passage, texts))
            : "";
        string seen = texts.Say("Seen on {0}: {1}.", content.Date, content.Summary);
        return Cut(string.Join(' ', new[] { told, passage, seen }.Where(static part => part.Length > 0)), Longest);
    }

    /// <summary>A passage with words for its marks.</summary>
    private static string Spoken(MarkedText passage, PageTexts texts)
    {
        var words = new StringBuilder();
        string text = Cut(passage.Text, LongestPart);
        for (int at = 0; at < text.Length;)
        {
            int end = at + 1;
            while (end < text.Length && MarkAt(end) == MarkAt(at))
            {
                end++;
            }

            string part = text[at..end];
            string core = part.Trim();
            words.Append(MarkAt(at) == Mark.Kept || core.Length == 0
                ? part
                : part.Replace(
                    core,
                    texts.Say(MarkAt(at) == Mark.Added ? "[added: {0}]" : "[removed: {0}]", core),
                    StringComparison.Ordinal));
            at = end;
        }

        // A passage that was cut ends with an ellipsis, most others with a full stop.
        return words[^1] is '.' or '…' or '。' or '۔' or '।' ? words.ToString() : words.Append('.').ToString();

        Mark MarkAt(int at) => at < passage.Marks.Length ? passage.Marks[at] : Mark.Kept;
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = char.IsLowSurrogate(text[most - 1]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
