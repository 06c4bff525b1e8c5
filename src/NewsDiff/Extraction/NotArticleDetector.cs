using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Recognises pages that are no articles.</summary>
internal static class NotArticleDetector
{
    /// <summary>Judges a page.</summary>
    /// <returns>Why it is no article, or null when it is one.</returns>
    public static ExtractionResult? Judge(Page page, string title, ImmutableArray<Paragraph> paragraphs)
    {
        if (paragraphs.IsEmpty)
        {
            return Refuse(PageVerdict.Empty, page.Blocks.IsEmpty
                ? "The page has no text."
                : "The page has no text that reads like an article.");
        }

        return null;
    }

    private static ExtractionResult Refuse(PageVerdict verdict, string reason) => new() { Verdict = verdict, Reason = reason };
}
