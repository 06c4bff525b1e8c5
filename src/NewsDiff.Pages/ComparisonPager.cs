namespace NewsDiff.Pages;

/// <summary>Links from a comparison to the previous and the next one.</summary>
internal static class ComparisonPager
{
    private const int Reach = 3;

    internal static void Write(PageHtml html, ComparisonPage page)
    {
        int current = page.Change.After.Number;
        int last = page.Facts.VersionCount;
        if (last < 3)
        {
            return;
        }

        html.Raw("<nav class=\"pager\" aria-label=\"Comparisons\"><ul>\n");
        WriteItem(html, page, Nearest(page, current, -1), "‹ Previous");
        bool isGap = false;
        for (int number = 2; number <= last; number++)
        {
            if (number == 2 || number == last || Math.Abs(number - current) <= Reach)
            {
                WriteItem(html, page, number);
                isGap = false;
            }
            else if (!isGap)
            {
                html.Raw("<li>…</li>\n");
                isGap = true;
            }
        }

        WriteItem(html, page, Nearest(page, current, 1), "Next ›");
        html.Raw("</ul></nav>\n");
    }

    /// <summary>The nearest version on one side with its text; an impossible number if there is none.</summary>
    private static int Nearest(ComparisonPage page, int number, int step)
    {
        do
        {
            number += step;
        }
        while (page.Erased.Contains(number));

        return number;
    }

    /// <summary>Writes the comparison that leads to a version, unless a text of it is missing.</summary>
    private static void WriteItem(PageHtml html, ComparisonPage page, int number, string? text = null)
    {
        int before = Nearest(page, number, -1);
        if (before < 1 || number > page.Facts.VersionCount || page.Erased.Contains(number))
        {
            return;
        }

        html.Raw("<li>");
        html.Link(
            PageAddress.Comparison(page.Change.ArticleId, before, number),
            text ?? $"{PageHtml.Number(before)} → {PageHtml.Number(number)}");
        html.Raw("</li>\n");
    }
}
