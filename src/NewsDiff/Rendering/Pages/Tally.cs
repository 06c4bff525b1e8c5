namespace NewsDiff.Rendering.Pages;

/// <summary>Writes how much changed: "+12 −3 words, headline changed".</summary>
internal static class Tally
{
    internal static void Write(PageHtml html, ArticleDiff diff)
    {
        (_, int inserted, int deleted) = diff.Statistics;
        if (inserted + deleted == 0)
        {
            html.Text(ChangeSummary.Of(diff));
            return;
        }

        WriteCounts(html, diff);
        html.Raw(inserted + deleted == 1 ? " word" : " words");
        foreach (string remark in ChangeSummary.Remarks(diff))
        {
            html.Raw(", " + remark);
        }
    }

    internal static void WriteCounts(PageHtml html, ArticleDiff diff)
    {
        (_, int inserted, int deleted) = diff.Statistics;
        html.Raw($"<span class=\"plus\" title=\"words added\">+{PageHtml.Number(inserted)}</span> ");
        html.Raw($"<span class=\"minus\" title=\"words removed\">−{PageHtml.Number(deleted)}</span>");
    }
}
