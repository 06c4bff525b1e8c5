using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NewsDiff.Tracking.Articles;

/// <summary>The different words of a text, as numbers.</summary>
/// <remarks>
/// Words of fewer than four letters are in every text and show nothing. Scripts without spaces count by pairs of
/// characters.
/// </remarks>
internal static class WordTypes
{
    private const int ShortestWord = 4;

    /// <summary>From Thai on, scripts may be written without spaces between words.</summary>
    private const char FirstWithoutSpaces = '\u0E00';

    /// <summary>The different words of an article's body.</summary>
    public static HashSet<uint> OfBody(Article article)
    {
        HashSet<uint> types = [];
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            Add(paragraph.Text, types);
        }

        return types;
    }

    /// <summary>The different words of a text.</summary>
    public static HashSet<uint> Of(string text)
    {
        HashSet<uint> types = [];
        Add(text, types);
        return types;
    }

    /// <summary>The share of the smaller set that is in the other one too; 1 when it is empty.</summary>
    public static double Shared(HashSet<uint> left, HashSet<uint> right)
    {
        (HashSet<uint> smaller, HashSet<uint> larger) = left.Count < right.Count ? (left, right) : (right, left);
        return smaller.Count == 0 ? 1 : smaller.Count(larger.Contains) / (double)smaller.Count;
    }

    private static void Add(string text, HashSet<uint> types)
    {
        string upper = text.ToUpperInvariant();
        int start = 0;
        for (int end = 0; end <= upper.Length; end++)
        {
            if (end == upper.Length || !char.IsLetterOrDigit(upper[end]))
            {
                AddWord(upper.AsSpan(start, end - start), types);
                start = end + 1;
            }
        }
    }

    private static void AddWord(ReadOnlySpan<char> word, HashSet<uint> types)
    {
        if (word.IndexOfAnyInRange(FirstWithoutSpaces, char.MaxValue) >= 0)
        {
            for (int index = 0; index + 1 < word.Length; index++)
            {
                types.Add(Hash(word.Slice(index, 2)));
            }
        }
        else if (word.Length >= ShortestWord)
        {
            types.Add(Hash(word));
        }
    }

    private static uint Hash(ReadOnlySpan<char> word) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word));
}
