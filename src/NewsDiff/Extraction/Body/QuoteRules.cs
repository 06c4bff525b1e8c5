namespace NewsDiff.Extraction.Body;

/// <summary>Drops pull quotes: quotes or boxes that repeat a part of a paragraph, word by word.</summary>
/// <remarks>Editors shorten what they pull out, so words may be missing, but none are added.</remarks>
internal static class QuoteRules
{
    /// <summary>The maximum length of a pull quote.</summary>
    private const int LongestQuote = 300;

    /// <summary>The minimum number of words; a shorter quote may be in a paragraph by chance.</summary>
    private const int FewestWords = 5;

    /// <summary>The number of characters that quotes are compared with; further quotes stay.</summary>
    private const int MostCompared = 20_000_000;

    public static void Apply(BodyBlocks blocks)
    {
        int left = MostCompared;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks.Verdicts[i] is { IsKept: true, Kind: ParagraphKind.Quote } && blocks[i].Weight < LongestQuote
                && IsInAnother(blocks, i, ref left))
            {
                blocks.Verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }

    private static bool IsInAnother(BodyBlocks blocks, int quote, ref int left)
    {
        ReadOnlySpan<char> words = blocks.Page.TextOf(blocks[quote]);
        ReadOnlySpan<char> longest = LongestWord(words);
        for (int i = 0; i < blocks.Count && left > 0; i++)
        {
            left--;
            if (i == quote
                || blocks.Verdicts[i] is not { IsKept: true, Kind: ParagraphKind.Text or ParagraphKind.ListItem }
                || blocks[i].Weight <= blocks[quote].Weight)
            {
                continue;
            }

            ReadOnlySpan<char> text = blocks.Page.TextOf(blocks[i]);
            left -= text.Length;
            if (text.Contains(longest, StringComparison.OrdinalIgnoreCase) && HasWords(text, words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word that is the least likely to be in another text.</summary>
    private static ReadOnlySpan<char> LongestWord(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> longest = [];
        while (NextWord(ref text) is { IsEmpty: false } word)
        {
            longest = word.Length > longest.Length ? word : longest;
        }

        return longest;
    }

    /// <summary>Whether a text has all words of another, in their order.</summary>
    private static bool HasWords(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        int count = 0;
        while (NextWord(ref words) is { IsEmpty: false } word)
        {
            ReadOnlySpan<char> found;
            do
            {
                found = NextWord(ref text);
            }
            while (!found.IsEmpty && !found.Equals(word, StringComparison.OrdinalIgnoreCase));

            if (found.IsEmpty)
            {
                return false;
            }

            count++;
        }

        return count >= FewestWords;
    }

    /// <summary>Takes the next word: letters and digits with the marks that join them.</summary>
    private static ReadOnlySpan<char> NextWord(scoped ref ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        int end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’'))
        {
            end++;
        }

        ReadOnlySpan<char> word = text[start..end];
        text = text[end..];
        return word;
    }
}
