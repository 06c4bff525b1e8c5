using System.Collections.Immutable;
using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>Lists how many words of a text each version brought.</summary>
internal static class OriginLegend
{
    internal static void Write(PageHtml html, ArticleHistory history, TracedVersion traced, int first)
    {
        ImmutableArray<(int Number, int Words)> counts = Count(traced);
        int all = counts.Sum(count => count.Words);
        html.BeginTable(
            "list versions origins", "Where the words of this version come from", "Version", "Seen", "Words");
        foreach ((int number, int words) in counts)
        {
            html.Raw($"<tr><th scope=\"row\" data-name=\"{html.Texts["Version"]}\">");
            html.Raw($"<span class=\"swatch {OriginTint.ClassOf(number, first)}\"></span> ");
            WriteVersion(html, history, number);
            html.Raw("</th><td class=\"when\">");
            html.Time(history.Versions.First(version => version.Number == number).SeenAt);
            html.Raw("</td><td class=\"counts\">");
            html.Text($"{html.Texts.Number(words)} ({PageHtml.Number((int)Math.Round(100.0 * words / all))} %)");
            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n");
    }

    /// <summary>Links to the change of the version, which shows its words in their place.</summary>
    private static void WriteVersion(PageHtml html, ArticleHistory history, int number)
    {
        ArticleChange? change = history.Changes.FirstOrDefault(change => change.After.Number == number);
        html.Link(
            change is null
                ? PageAddress.Version(history.ArticleId, number)
                : PageAddress.Comparison(history.ArticleId, change.Before.Number, number),
            PageHtml.Number(number));
    }

    private static ImmutableArray<(int Number, int Words)> Count(TracedVersion traced) =>
    [
        .. OriginWords.Of(traced)
            .GroupBy(word => word.IntroducedIn)
            .Select(group => (group.Key, group.Count()))
            .OrderBy(count => count.Key),
    ];
}
