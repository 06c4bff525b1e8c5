using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NewsDiff.Search;

/// <summary>A title or paragraph of an article: its place, its terms, and their hash.</summary>
/// <param name="Place">0 for the title, then the paragraphs from 1.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Hash">The hash of the terms; a title differs from a paragraph with the same words.</param>
internal sealed record SearchedText(int Place, IReadOnlyList<string> Terms, long Hash)
{
    /// <summary>The texts of an article that have terms; of equal ones, the first.</summary>
    public static List<SearchedText> Read(Article article)
    {
        List<SearchedText> texts = [];
        HashSet<long> known = [];
        for (int place = 0; place <= article.Paragraphs.Length; place++)
        {
            List<string> terms = [.. SearchTokenizer.Read(TextAt(article, place)).Select(token => token.Term)];
            long hash = HashOf(terms, isTitle: place == 0);
            if (terms.Count > 0 && known.Add(hash))
            {
                texts.Add(new SearchedText(place, terms, hash));
            }
        }

        return texts;
    }

    /// <summary>The text at a place; empty where the article has none.</summary>
    public static string TextAt(Article article, int place) => place == 0 ? article.Title
        : place <= article.Paragraphs.Length ? article.Paragraphs[place - 1].Text
        : "";

    private static long HashOf(List<string> terms, bool isTitle)
    {
        var hash = new XxHash3(isTitle ? 1 : 0);
        foreach (string term in terms)
        {
            hash.Append(MemoryMarshal.AsBytes(term.AsSpan()));
            hash.Append([0, 0]);
        }

        return (long)hash.GetCurrentHashAsUInt64();
    }
}
