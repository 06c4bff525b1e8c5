using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Shows how long after publication a site edits, in spans that grow from row to row.</summary>
/// <remarks>It is a table with bars in it, so everybody reads the same.</remarks>
internal static class EditProfile
{
    private const double Width = 240;
    private const double Height = 12;

    private static readonly ImmutableArray<(string Name, TimeSpan Until)> Spans =
    [
        ("within 15 minutes", TimeSpan.FromMinutes(15)),
        ("within an hour", TimeSpan.FromHours(1)),
        ("within 4 hours", TimeSpan.FromHours(4)),
        ("within 12 hours", TimeSpan.FromHours(12)),
        ("within 2 days", TimeSpan.FromDays(2)),
        ("within a week", TimeSpan.FromDays(7)),
        ("within a month", TimeSpan.FromDays(30)),
        ("later", TimeSpan.MaxValue),
    ];

    /// <summary>Writes the table; nothing when no article says when it was published.</summary>
    internal static void Write(PageHtml html, ImmutableArray<(ArticleChange Change, int Kind)> changes)
    {
        int[][] counts = [.. Spans.Select(_ => new int[EditKind.Names.Length])];
        int counted = 0;
        foreach ((ArticleChange change, int kind) in changes)
        {
            if (PublishedAt(change) is { } published && change.After.SeenAt >= published)
            {
                counts[SpanOf(change.After.SeenAt - published)][kind]++;
                counted++;
            }
        }

        if (counted == 0)
        {
            return;
        }

        html.Raw($"<h2>{html.Texts["How long after publication"]}</h2>\n");
        html.BeginTable("list profile", "Changes by the time since publication", "After publication", "Changes");
        int most = counts.Max(row => row.Sum());
        for (int row = 0; row < Spans.Length; row++)
        {
            WriteRow(html, Spans[row].Name, counts[row], most);
        }

        html.Raw("</tbody>\n</table>\n<p class=\"quiet\">");
        html.Say(
            "{0} of {1} changes are of articles that say when they were published. "
            + "A change happened before it was seen.",
            html.Texts.Number(counted),
            html.Texts.Number(changes.Length));
        html.Raw("</p>\n");
    }

    private static void WriteRow(PageHtml html, string name, int[] counts, int most)
    {
        html.Raw("<tr><th scope=\"row\">");
        html.Say(name);
        html.Raw("</th><td>");
        html.Raw($"<svg class=\"bars\" viewBox=\"0 0 {Width:0} {Height:0}\" preserveAspectRatio=\"none\" ");
        html.Raw("aria-hidden=\"true\">");
        double left = 0;
        for (int kind = 0; kind < counts.Length; kind++)
        {
            double width = Width * counts[kind] / most;
            html.Raw(counts[kind] == 0
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"<rect class=\"k{kind}\" x=\"{left:0.#}\" width=\"{width:0.#}\" height=\"{Height:0}\"/>"));
            left += width;
        }

        html.Raw($"</svg> <b>{html.Texts.Number(counts.Sum())}</b> ");
        string parts = string.Join(", ", counts
            .Select((count, kind) => (count, kind))
            .Where(part => part.count > 0)
            .Select(part => $"{html.Texts[EditKind.Names[part.kind]]}: {html.Texts.Number(part.count)}"));
        html.Element("span", parts, "class=\"quiet\"");
        html.Raw("</td></tr>\n");
    }

    private static int SpanOf(TimeSpan since)
    {
        int row = 0;
        while (since >= Spans[row].Until)
        {
            row++;
        }

        return row;
    }

    /// <summary>The stated instant; a date alone is too vague for a span of minutes.</summary>
    private static DateTimeOffset? PublishedAt(ArticleChange change) =>
        change.Before.Article.PublishedAt is
        {
            Precision: DatePrecision.Minute or DatePrecision.Second,
            Offset: not null,
        } at
            ? at.ToDateTimeOffset()
            : null;
}
