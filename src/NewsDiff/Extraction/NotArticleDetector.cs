using System.Collections.Immutable;
using NewsDiff.Extraction.Body;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Recognises pages that are not articles.</summary>
/// <remarks>In doubt a page is one: a brief of two sentences is news too.</remarks>
internal static class NotArticleDetector
{
    /// <summary>The most text of a wall or an error page.</summary>
    private const int ShortPage = 900;

    /// <summary>The most text of a paid article's preview.</summary>
    private const int ShortStub = 150;

    /// <summary>The least text of an article.</summary>
    private const int LeastBody = 25;

    private const int FewestListed = 8;
    private const int LongestTeaser = 600;
    private const double ShareOfTeasers = 0.6;

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

            if (FindWall(page, title) is { } wall)
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
            return Refuse(PageVerdict.Empty, page.Blocks.IsEmpty
                ? "The page has no text; a script may load it."
                : "The page has no text that reads like an article.");
        }

        bool isStated = page.HasRuledBody
            || linked.HasArticle
            || page.Meta("og:type") is "article"
            || page.Meta("article:published_time") is not null;
        return isStated ? null : JudgeListing(page);
    }

    /// <summary>Recognises a listing: most of its prose is in cards below linked headlines.</summary>
    private static ExtractionResult? JudgeListing(Page page)
    {
        int listed = 0;
        int prose = 0;
        int lastCard = -1;
        foreach (TextBlock block in page.Blocks)
        {
            PageNode heading = page.Nodes[block.Node];
            bool isLinkedHeading = heading.Kind == ElementKind.Heading
                && block.IsMostlyLinks
                && block.Weight > 15;
            if (!isLinkedHeading
                || heading.Granted.HasAny(Roles.Navigation | Roles.Footer | Roles.Related | Roles.Aside))
            {
                continue;
            }

            listed++;
            PageNode card = page.Nodes[heading.Parent];
            prose += heading.Parent != lastCard && card.Prose <= LongestTeaser ? card.Prose : 0;
            lastCard = heading.Parent;
        }

        return listed >= FewestListed && prose >= ShareOfTeasers * page.Nodes[0].Prose
            ? Refuse(
                PageVerdict.Listing,
                $"The page has {listed} headlines with links to other pages, and little text of its own.")
            : null;
    }

    private static string? FindWall(Page page, string title)
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
        if (total > ShortPage * 2)
        {
            return null;
        }

        foreach (TextBlock block in page.Blocks)
        {
            if (NotArticlePhrases.FindWall(page.TextOf(block)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ExtractionResult Refuse(PageVerdict verdict, string reason) =>
        new() { Verdict = verdict, Reason = reason };
}
