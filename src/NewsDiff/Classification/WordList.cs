using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>Cuts a passage into words, and compares the words of a kind on both sides.</summary>
internal static class WordList
{
    /// <summary>The words of a text: letters, digits, and apostrophes and hyphens inside.</summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int at = 0; at <= text.Length; at++)
        {
            bool isInside = at < text.Length && IsPart(text, at, start);
            if (isInside && start < 0)
            {
                start = at;
            }
            else if (!isInside && start >= 0)
            {
                words.Add(text[start..at].Replace('’', '\''));
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The words of a set that occur only on one side, or more often there.</summary>
    public static List<string> Difference(
        Passage passage, ChangeWords words, Func<ChangeWords, IReadOnlySet<string>> kind)
    {
        IReadOnlySet<string> set = kind(words);
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Count(passage.Old, 1);
        Count(passage.New, -1);
        return [.. counts.Where(count => count.Value != 0).Select(count => count.Key)];

        void Count(string text, int step)
        {
            IEnumerable<string> found = words.ArePartsOfText
                ? set.Where(part => text.Contains(part, StringComparison.OrdinalIgnoreCase))
                : Of(text).Where(set.Contains);
            foreach (string word in found)
            {
                counts[word] = counts.GetValueOrDefault(word) + step;
            }
        }
    }

    /// <summary>Whether two lists hold different words or numbers, in any order.</summary>
    public static bool AreOthers(List<string> left, List<string> right) =>
        !left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal));

    private static bool IsPart(string text, int at, int start) =>
        char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is
            UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
        || (start >= 0 && text[at] is '\'' or '’' or '-' or '\u200C'
            && at + 1 < text.Length && char.IsLetter(text[at + 1]));
}
