namespace NewsDiff.Pages;

/// <summary>Links a comparison to all others: each link changes one of its two sides.</summary>
internal static class VersionChooser
{
    private const int Reach = 5;

    internal static void Write(PageHtml html, ComparisonPage page)
    {
        if (!html.IsServed || page.Facts.VersionCount < 3)
        {
            return;
        }

        (int before, int after) = (page.Change.Before.Number, page.Change.After.Number);
        html.Raw($"<nav class=\"chooser\" aria-label=\"{html.Texts["Any two versions"]}\">\n");
        WriteSide(
            html, page, "Compare version", before, number => number == after ? null : page.AddressOf(number, after));
        WriteSide(
            html, page, "with version", after, number => number == before ? null : page.AddressOf(before, number));
        html.Raw("</nav>\n");
    }

    private static void WriteSide(
        PageHtml html, ComparisonPage page, string name, int current, Func<int, PageAddress?> addressOf)
    {
        html.Raw($"<div class=\"pager\"><span class=\"quiet\">{html.Texts[name]}</span><ul>\n");
        bool isGap = false;
        for (int number = 1; number <= page.Facts.VersionCount; number++)
        {
            bool isNear = number == 1 || number == page.Facts.VersionCount || Math.Abs(number - current) <= Reach;
            if (isNear && !page.Erased.Contains(number) && addressOf(number) is { } address)
            {
                html.Raw("<li>");
                html.Link(address, PageHtml.Number(number));
                html.Raw("</li>\n");
            }
            else if (!isNear && !isGap)
            {
                html.Raw("<li>…</li>\n");
            }

            isGap = !isNear;
        }

        html.Raw("</ul></div>\n");
    }
}
