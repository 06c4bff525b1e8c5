namespace NewsDiff.Pages;

/// <summary>Links to filtered lists of changes, and to a list of the changes from now on.</summary>
internal static class FilterBar
{
    /// <summary>Writes the links, if lists are made on request.</summary>
    internal static void Write(PageHtml html, ChangesPage page)
    {
        if (!html.IsServed)
        {
            return;
        }

        html.Raw($"<nav class=\"pager\" aria-label=\"{html.Texts["Filters"]}\"><ul>\n");
        WriteItem(html, page, filter: null, "All");
        foreach (ChangeFilter filter in Enum.GetValues<ChangeFilter>())
        {
            WriteItem(html, page, filter, NameOf(filter));
        }

        html.Raw("</ul></nav>\n");
        if (page.Since is { } since)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["Since"]} ");
            html.Time(since);
            html.Raw(" · ");
            html.Link(PageAddress.Changes(before: null, page.Filter), html.Texts["all of them"]);
            html.Raw("</p>\n");
        }
        else if (page.Before is null && page.Entries is [var newest, ..])
        {
            html.Raw("<p class=\"quiet\">");
            html.Link(
                PageAddress.Changes(before: null, page.Filter, newest.At.AddSeconds(1)),
                html.Texts["Only newer changes"]);
            html.Raw($": {html.Texts["a link to keep for the next visit"]}</p>\n");
        }
    }

    internal static string NameOf(ChangeFilter filter) => filter switch
    {
        ChangeFilter.Headline => "Headline changed",
        ChangeFilter.Large => "Large",
        ChangeFilter.Removed => "Paragraphs removed",
        ChangeFilter.Silent => "Without a notice",
        _ => "Vanished",
    };

    private static void WriteItem(PageHtml html, ChangesPage page, ChangeFilter? filter, string name)
    {
        html.Raw("<li>");
        string? before = page.Filter == filter ? page.Before : null;
        html.Link(PageAddress.Changes(before, filter, page.Since), html.Texts[name]);
        html.Raw("</li>\n");
    }
}
