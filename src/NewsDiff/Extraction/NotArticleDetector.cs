using System.Collections.Immutable;
using NewsDiff.Extraction.Body;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction;

/// <summary>Recognises pages that are not articles.</summary>
/// <remarks>In doubt, a page counts as an article: a brief of two sentences is news too.</remarks>
internal static class NotArticleDetector
{
    /// <summary>The maximum length of the text of a wall or an error page.</summary>
    private const int ShortPage = 900;

    /// <summary>The maximum length of a paid article's preview.</summary>
    private const int ShortStub = 150;

    /// <summary>The minimum length of an article's text.</summary>
    private const int LeastBody = 25;

    /// <summary>The minimum length of a paragraph of an article.</summary>
    private const int LeastSentence = 40;

    /// <summary>The number of such paragraphs that makes the words of a wall meaningless.</summary>
    private const int FewestSentences = 3;

    /// <summary>Judges a page.</summary>
    /// <returns>Why it is not an article, or null when it is one.</returns>
    public static ExtractionResult? Judge(
        Page page,
        LinkedData linked,
        string title,
        ImmutableArray<Paragraph> paragraphs)
    {
        int weight = BodyRescue.Weigh(paragraphs);
        if (weight < ShortPage)
        {
            if (NotArticlePhrases.FindError(title) is { } error)
            {
                return Refuse(PageVerdict.ErrorPage, $"The page's title says “{error}” and it has little text.");
            }

            if (FindWall(page, title, paragraphs) is { } wall)
            {
                return Refuse(PageVerdict.Wall, $"The page says “{wall}” and shows little else.");
            }
        }

        if (linked.IsBehindPaywall && weight < ShortStub)
        {
            return Refuse(
                PageVerdict.Wall, "The publisher says that the article is not free, and only a preview is shown.");
        }

        if (weight < (page.HasRuledBody ? 1 : LeastBody))
        {
            return JudgeListing(page, linked) ?? Refuse(PageVerdict.Empty, page.Blocks.IsEmpty
                ? "The page has no text; a script may load it."
                : "The page has no text that reads like an article.");
        }

        return page.HasRuledBody ? null : JudgeListing(page, linked);
    }

    /// <summary>Finds the phrase of a wall in the title, or on a page that has no whole article beside it.</summary>
    private static string? FindWall(Page page, string title, ImmutableArray<Paragraph> paragraphs)
    {
        if (NotArticlePhrases.FindWall(title) is { } phrase)
        {
            return phrase;
        }

        int total = 0;
        foreach (TextBlock block in page.Blocks)
        {
            total += block.Weight;
        }

        // The words of a wall are on many pages; they matter only where there is nothing else.
        if (total > ShortPage * 2 || IsWhole(paragraphs))
        {
            return null;
        }

        foreach (TextBlock block in page.Blocks)
        {
            if (NotArticlePhrases.FindWall(page.TextOf(block)) is { } found
                && !(block.IsMostlyLinks && IsAbove(page, block)))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a body begins with several paragraphs that have no words of a wall.</summary>
    private static bool IsWhole(ImmutableArray<Paragraph> paragraphs)
    {
        int sentences = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            if (NotArticlePhrases.FindWall(paragraph.Text) is not null)
            {
                break;
            }

            sentences += paragraph.Text.Length >= LeastSentence && Punctuation.EndsSentence(paragraph.Text[^1]) ? 1 : 0;
        }

        return sentences >= FewestSentences;
    }

    /// <summary>Whether a line is above the page's headline, where sites offer a login to everybody.</summary>
    private static bool IsAbove(Page page, in TextBlock line)
    {
        foreach (PageMark mark in page.Marks)
        {
            if (mark.Kind == MarkKind.Headline)
            {
                return line.End <= page.Nodes[mark.Node].TextStart;
            }
        }

        return false;
    }

    private static ExtractionResult? JudgeListing(Page page, LinkedData linked) =>
        Listing.Find(page, IsDated(page, linked)) is { } headlines
            ? Refuse(
                PageVerdict.Listing,
                $"The page has {headlines} headlines with links to other pages, and little text of its own.")
            : null;

    /// <summary>Whether the page says when its article was published.</summary>
    /// <remarks>Many systems call every page an article.</remarks>
    private static bool IsDated(Page page, LinkedData linked) =>
        (linked.HasArticle && linked.Published is not null) || page.Meta("article:published_time") is not null;

    private static ExtractionResult Refuse(PageVerdict verdict, string reason) =>
        new() { Verdict = verdict, Reason = reason };
}
