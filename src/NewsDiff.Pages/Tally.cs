using NewsDiff.Rendering;
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

        html.Raw($" {ChangeRemarks.UnitOf(diff, inserted + deleted)}");
        foreach (string remark in ChangeRemarks.Of(diff))
        {
            html.Raw(", " + remark);
        }
    }

    /// <summary>Writes the numbers, or the other changes if no words changed.</summary>
    internal static void WriteCounts(PageHtml html, ArticleDiff diff)
    {
        (int inserted, int deleted) = (diff.Statistics.WordsInserted, diff.Statistics.WordsDeleted);
        if (inserted + deleted == 0)
        {
            html.Text(ChangeSummary.Write(diff));
            return;
        }

        string unit = ChangeRemarks.UnitOf(diff, number: 0);
        html.Raw($"<span class=\"plus\" title=\"{unit} added\">+{PageHtml.Number(inserted)}</span> ");
        html.Raw($"<span class=\"minus\" title=\"{unit} removed\">−{PageHtml.Number(deleted)}</span>");
    }
}
