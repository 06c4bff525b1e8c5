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
        html.Text(html.Texts.Later(before.SeenAt, after.SeenAt));
        html.Raw(" · ");
        html.Link(
            PageAddress.Article(page.Change.ArticleId),
            page.Facts.VersionCount == 2
                ? html.Texts["both versions"]
                : html.Texts.Count("all {0} versions", page.Facts.VersionCount));
        End(html, page.Facts);
    }

    /// <summary>Writes the line of an article.</summary>
    internal static void Write(PageHtml html, ArticleFacts facts, Article? current)
    {
        Begin(html, facts, current);
        html.Raw($" · {html.Texts["first seen"]} ");
        html.Time(facts.FirstSeenAt);
        html.Raw(" · ");
        string changes = ArticleFactsSection.ChangesOf(html.Texts, facts.VersionCount);
        html.Text(char.ToLowerInvariant(changes[0]) + changes[1..]);
        End(html, facts);
    }

    private static void Begin(PageHtml html, ArticleFacts facts, Article? article)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Source(facts.Source ?? facts.Url.IdnHost, facts.Url.IdnHost);
        if (article is { Authors: { IsEmpty: false } authors })
        {
            html.Raw(" · ");
            html.Element("span", string.Join(", ", authors), "dir=\"auto\"");
        }

        if (article?.PublishedAt is { } published)
        {
            html.Raw($" · {html.Texts["published"]} ");
            html.Stated(published);
        }
    }

    private static void End(PageHtml html, ArticleFacts facts)
    {
        html.Raw(" · ");
        html.WebLink(facts.Url, html.Texts["original"]);
        html.Raw("</p>\n");
    }
}
