namespace NewsDiff.Pages;

/// <summary>Links from a comparison to the others of its article, and marks the current one.</summary>
internal static class ComparisonPager
{
    private const int Reach = 2;

    internal static void Write(PageHtml html, ComparisonPage page)
    {
        int last = page.Facts.VersionCount;
        if (last < 3)
        {
            return;
        }

        (int before, int after) = (page.Change.Before.Number, page.Change.After.Number);
        html.Raw("<nav class=\"pager\" aria-label=\"");
        html.Say("Comparisons");
        html.Raw("\"><ul>\n");
        WriteItem(html, page, Nearest(page, after, -1), html.Texts["‹ Previous"]);
        bool isGap = false;
        for (int number = 2; number <= last; number++)
        {
            if (number == after && before != Nearest(page, after, -1) && !IsWhole(page, before, after))
            {
                // The comparison shown skips versions, so it gets an item of its own.
                WriteStep(html, page, before, after);
            }

            if (number == 2 || number == last || Math.Abs(number - after) <= Reach)
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

        WriteItem(html, page, Nearest(page, after, 1), html.Texts["Next ›"]);
        WriteWhole(html, page);
        html.Raw("</ul></nav>\n");
    }

    /// <summary>The nearest version on one side with its text; an impossible number if there is none.</summary>
    internal static int Nearest(ComparisonPage page, int number, int step)
    {
        do
        {
            number += step;
        }
        while (page.Erased.Contains(number));

        return number;
    }

    /// <summary>Writes the item of the comparison that ends at a version, if both its texts exist.</summary>
    private static void WriteItem(PageHtml html, ComparisonPage page, int number, string? text = null)
    {
        int before = Nearest(page, number, -1);
        if (before < 1 || number > page.Facts.VersionCount || page.Erased.Contains(number))
        {
            return;
        }

        WriteStep(html, page, before, number, text);
    }

    /// <summary>Writes the comparison of the first with the latest version.</summary>
    private static void WriteWhole(PageHtml html, ComparisonPage page)
    {
        (int first, int latest) = EndsOf(page);
        if (first < Nearest(page, latest, -1))
        {
            WriteStep(html, page, first, latest, html.Texts["First → latest"]);
        }
    }

    private static bool IsWhole(ComparisonPage page, int before, int after) => EndsOf(page) == (before, after);

    /// <summary>The first and the latest version with a text.</summary>
    private static (int First, int Latest) EndsOf(ComparisonPage page) =>
        (Nearest(page, 0, 1), Nearest(page, page.Facts.VersionCount + 1, -1));

    private static void WriteStep(PageHtml html, ComparisonPage page, int before, int after, string? text = null)
    {
        html.Raw("<li>");
        if (text is null)
        {
            // Numbers and an arrow have no direction of their own; in a line from right to left it would point back.
            text = $"{PageHtml.Number(before)} → {PageHtml.Number(after)}";
            html.Link(page.AddressOf(before, after), text, "dir=\"ltr\"");
        }
        else
        {
            html.Link(page.AddressOf(before, after), text);
        }

        html.Raw("</li>\n");
    }
}
