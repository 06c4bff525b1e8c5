using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Draws how much a change added and removed, against the largest change of the article.</summary>
internal static class ChangeBar
{
    private const double Width = 100;

    internal static int SizeOf(ArticleChange change) =>
        change.Diff.Statistics.WordsInserted + change.Diff.Statistics.WordsDeleted;

    /// <summary>Draws a change; screen readers skip it, because its numbers are beside it.</summary>
    internal static void Write(PageHtml html, ArticleChange change, int most)
    {
        if (most == 0)
        {
            return;
        }

        double added = Width * change.Diff.Statistics.WordsInserted / most;
        double removed = Width * change.Diff.Statistics.WordsDeleted / most;
        html.Raw("<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        html.Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"in\" width=\"{added:0.#}\" height=\"6\"/>"
            + $"<rect class=\"out\" x=\"{added:0.#}\" width=\"{removed:0.#}\" height=\"6\"/></svg>"));
    }
}
