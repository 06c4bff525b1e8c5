using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>Writes how much changed: "+12 −3 words, headline changed".</summary>
internal static class Tally
{
    internal static void Write(PageHtml html, ArticleDiff diff)
    {
        (int inserted, int deleted) = (diff.Statistics.WordsInserted, diff.Statistics.WordsDeleted);
        WriteCounts(html, diff);
        if (inserted + deleted == 0)
        {
            return;
        }

        html.Raw(" ");
        html.Text(html.Texts[ChangeRemarks.UnitOf(diff, inserted + deleted)]);
        foreach (string remark in ChangeRemarks.Of(diff, html.Texts))
        {
            html.Text(", " + remark);
        }
    }

    /// <summary>Writes the numbers, or the other changes if no words changed.</summary>
    internal static void WriteCounts(PageHtml html, ArticleDiff diff)
    {
        (int inserted, int deleted) = (diff.Statistics.WordsInserted, diff.Statistics.WordsDeleted);
        if (inserted + deleted == 0)
        {
            string remarks = string.Join("; ", ChangeRemarks.Of(diff, html.Texts));
            html.Text(remarks.Length > 0 ? remarks
                : html.Texts[diff.HasChanges ? "no words changed" : "nothing changed"]);
            return;
        }

        string unit = ChangeRemarks.UnitOf(diff, number: 0);
        WriteNumber(html, "plus", $"{unit} added", $"+{html.Texts.Number(inserted)}");
        html.Raw(" ");
        WriteNumber(html, "minus", $"{unit} removed", $"−{html.Texts.Number(deleted)}");
    }

    // Signs belong before their numbers, also in a line from right to left.
    private static void WriteNumber(PageHtml html, string kind, string title, string number) =>
        html.Raw($"<span class=\"{kind}\" dir=\"ltr\" title=\"{html.Texts[title]}\">{number}</span>");
}
