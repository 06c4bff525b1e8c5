using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Shows hidden elements whose text the page's linked data states as the article's.</summary>
/// <remarks>Scripts hide the rest of an article until a reader clicks, and the linked data has all of it.</remarks>
internal static class StatedText
{
    /// <summary>The minimum number of characters of a hidden part; a shorter one may be anything.</summary>
    private const int ShortestPart = 150;

    /// <summary>The maximum number of hidden parts examined; each is searched for in the whole page.</summary>
    private const int MostParts = 50;

    /// <summary>The number of characters compared; the rest of a paragraph may be written differently.</summary>
    private const int Compared = 60;

    public static void Show(Page page, string? body)
    {
        if (body is null)
        {
            return;
        }

        int parts = 0;
        foreach (ref PageNode node in page.Nodes)
        {
            if (node.Own.HasAny(Roles.Hidden)
                && !ElementKinds.IsInline(node.Kind)
                && node.TextEnd - node.TextStart >= ShortestPart
                && ++parts <= MostParts
                && IsStated(page, node, body))
            {
                node.Own &= ~(Roles.Hidden | Roles.Unseen);
            }
        }
    }

    /// <summary>Whether the first long line is in the stated body, and nowhere else on the page.</summary>
    private static bool IsStated(Page page, in PageNode node, string body)
    {
        for (int i = node.FirstBlock; i < node.EndBlock; i++)
        {
            ReadOnlySpan<char> text = page.TextOf(page.Blocks[i]);
            if (text.Length >= Compared)
            {
                ReadOnlySpan<char> sample = text[..Compared];
                return body.AsSpan().Contains(sample, StringComparison.Ordinal)
                    && !page.TextOf(0, node.TextStart).Contains(sample, StringComparison.Ordinal)
                    && !page.TextOf(node.TextEnd, page.Nodes[0].TextEnd).Contains(sample, StringComparison.Ordinal);
            }
        }

        return false;
    }
}
