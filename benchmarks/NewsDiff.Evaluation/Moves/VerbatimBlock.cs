using System.Globalization;
using System.Text;

namespace NewsDiff.Evaluation.Moves;

/// <summary>Finds words that follow each other in a deletion and, letter for letter, in an insertion.</summary>
/// <remarks>
/// It cuts words by itself: runs of letters, marks and digits. A character of Chinese, Japanese, Thai and the like
/// counts as half a word.
/// </remarks>
internal static class VerbatimBlock
{
    /// <summary>How long a block is, in half words.</summary>
    internal const int Length = 16;

    /// <summary>The first block that stands in both; null for none.</summary>
    internal static string? Find(IEnumerable<Stretch> deleted, IEnumerable<Stretch> inserted)
    {
        HashSet<string> known = [.. deleted.SelectMany(stretch => BlocksOf(stretch.Shown.Span))];
        return known.Count == 0
            ? null
            : inserted.SelectMany(stretch => BlocksOf(stretch.Shown.Span)).FirstOrDefault(known.Contains);
    }

    private static List<string> BlocksOf(ReadOnlySpan<char> text)
    {
        List<(string Word, int Weight)> words = Cut(text);
        var blocks = new List<string>();
        for (int start = 0; start < words.Count; start++)
        {
            int weight = 0;
            int end = start;
            while (end < words.Count && weight < Length)
            {
                weight += words[end++].Weight;
            }

            if (weight >= Length)
            {
                blocks.Add(string.Join(' ', words[start..end].Select(word => word.Word)));
            }
        }

        return blocks;
    }

    private static List<(string Word, int Weight)> Cut(ReadOnlySpan<char> text)
    {
        var words = new List<(string, int)>();
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPart = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            bool isAlone = isPart && IsUnspaced(rune.Value);
            if ((!isPart || isAlone) && word.Length > 0)
            {
                words.Add((word.ToString(), 2));
                word.Clear();
            }

            if (isAlone)
            {
                words.Add((rune.ToString(), 1));
            }
            else if (isPart)
            {
                word.Append(rune.ToString());
            }
        }

        if (word.Length > 0)
        {
            words.Add((word.ToString(), 2));
        }

        return words;
    }

    private static bool IsUnspaced(int rune) => rune
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
