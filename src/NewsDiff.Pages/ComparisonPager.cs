namespace NewsDiff.Pages;

/// <summary>Links from a comparison to the previous and the next one.</summary>
internal static class ComparisonPager
{
    private const int Reach = 3;

    internal static void Write(PageHtml html, ArticleFacts facts, ArticleChange change)
    {
        int current = change.After.Number;
        int last = facts.VersionCount;
        if (last < 3)
        {
            return;
        }

        html.Raw("<nav class=\"pager\" aria-label=\"Comparisons\"><ul>\n");
        WriteItem(html, change, current - 1, "‹ Previous", last);
        for (int number = 2; number <= last; number++)
        {
            if (number == 2 || number == last || Math.Abs(number - current) <= Reach)
            {
                WriteItem(html, change, number, $"{PageHtml.Number(number - 1)} → {PageHtml.Number(number)}", last);
            }
            else if (Math.Abs(number - current) == Reach + 1)
            {
                html.Raw("<li>…</li>\n");
            }
        }

        WriteItem(html, change, current + 1, "Next ›", last);
        html.Raw("</ul></nav>\n");
    }

    private static void WriteItem(PageHtml html, ArticleChange change, int number, string text, int last)
    {
        if (number < 2 || number > last)
        {
            return;
        }

        html.Raw("<li>");
        html.Link(PageAddress.Comparison(change.ArticleId, number - 1, number), text);
        html.Raw("</li>\n");
    }
}
