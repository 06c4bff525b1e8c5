using NewsDiff.Rendering;

namespace NewsDiff.Pages;

/// <summary>Writes in one line what a reader wants to know first: whose article it is, and from when.</summary>
internal static class FactsLine
{
    /// <summary>Writes the line of a comparison.</summary>
    internal static void Write(PageHtml html, ComparisonPage page)
    {
        (ArticleVersion before, ArticleVersion after) = (page.Change.Before, page.Change.After);
        Begin(html, page.Facts, after.Article);
        html.Raw(" · ");
        html.Text(RelativeTime.Later(before.SeenAt, after.SeenAt));
        html.Raw(" · ");
        html.Link(
            PageAddress.Article(page.Change.ArticleId),
            page.Facts.VersionCount == 2
                ? "both versions"
                : $"all {PageHtml.Number(page.Facts.VersionCount)} versions");
        End(html, page.Facts);
    }

    /// <summary>Writes the line of an article.</summary>
    internal static void Write(PageHtml html, ArticleFacts facts, Article? current)
    {
        Begin(html, facts, current);
        html.Raw(" · first seen ");
        html.Time(facts.FirstSeenAt);
        html.Raw(" · ");
        string changes = ArticleFactsSection.ChangesOf(facts.VersionCount);
        html.Text(char.ToLowerInvariant(changes[0]) + changes[1..]);
        End(html, facts);
    }

    private static void Begin(PageHtml html, ArticleFacts facts, Article? article)
    {
        html.Raw("<p class=\"eyebrow\"><span class=\"source\" dir=\"auto\">");
        html.Text(facts.Source ?? facts.Url.IdnHost);
        html.Raw("</span>");
        if (article is { Authors: { IsEmpty: false } authors })
        {
            html.Raw(" · ");
            html.Element("span", string.Join(", ", authors), "dir=\"auto\"");
        }

        if (article?.PublishedAt is { } published)
        {
            html.Raw(" · published ");
            html.Stated(published);
        }
    }

    private static void End(PageHtml html, ArticleFacts facts)
    {
        html.Raw(" · ");
        html.WebLink(facts.Url, "original");
        html.Raw("</p>\n");
    }
}
