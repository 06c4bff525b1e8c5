using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>Draws a history: a dot for each version, placed by time and length, with notable ones marked.</summary>
/// <remarks>The same history gives the same picture. Screen readers get the same facts in a sentence.</remarks>
internal static class VersionStrip
{
    private const double Width = 720;
    private const double Edge = 16;
    private const double Ground = 84;
    private const double Rise = 52;

    // By time alone, the dots of one hour would overlap if another change came a month later.
    private const double LeastGap = 22;

    internal static void Write(PageHtml html, ArticleHistory history)
    {
        ImmutableArray<StripPoint> points = StripPoint.Of(history);
        html.Raw("<figure class=\"strip\">\n<svg role=\"img\" viewBox=\"0 0 720 96\" aria-label=\"");
        html.Text(Describe(html.Texts, points, UnitOf(history)));
        html.Raw("\">\n");
        html.Raw(Shape($"<line x1=\"0\" y1=\"{Ground}\" x2=\"{Width}\" y2=\"{Ground}\"/>\n"));
        double[] places = PlacesOf(points);
        int most = Math.Max(1, points.Max(point => point.Words));
        for (int i = 0; i < points.Length; i++)
        {
            WritePoint(html, points[i], places[i], Ground - (Rise * points[i].Words / most));
        }

        html.Raw("</svg>\n<div class=\"ends\">");
        html.Time(points[0].Version.SeenAt);
        if (points.Length > 1)
        {
            html.Time(points[^1].Version.SeenAt);
        }

        html.Raw("</div>\n<figcaption>");
        html.Text(Legend(html.Texts, points));
        html.Raw("</figcaption>\n</figure>\n");
    }

    private static void WritePoint(PageHtml html, StripPoint point, double x, double y)
    {
        if (!point.Version.HasText)
        {
            html.Raw(Shape($"<path class=\"gone\" d=\"M{x - 6:0.#} {Ground - 6}l12 12m0 -12l-12 12\"/>\n"));
            return;
        }

        html.Raw(Shape($"<line class=\"stem\" x1=\"{x:0.#}\" y1=\"{Ground}\" x2=\"{x:0.#}\" y2=\"{y:0.#}\"/>"));
        html.Raw(Shape($"<circle class=\"dot\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"6\"/>"));
        html.Raw(point.HasNewHeadline
            ? Shape($"<circle class=\"ring\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"10\"/>")
            : "");
        html.Raw(point.BackTo is null ? "" : Shape($"<text x=\"{x:0.#}\" y=\"{y - 13:0.#}\">↶</text>"));
        html.Raw("\n");
    }

    /// <summary>The places from left to right: by time, but never so close that dots overlap.</summary>
    private static double[] PlacesOf(ImmutableArray<StripPoint> points)
    {
        double span = Width - (2 * Edge);
        double gap = Math.Min(LeastGap, span / Math.Max(1, points.Length - 1));
        DateTimeOffset start = points[0].Version.SeenAt;
        double length = (points[^1].Version.SeenAt - start).TotalSeconds;
        var places = new double[points.Length];
        for (int i = 0; i < places.Length; i++)
        {
            double share = length > 0 ? (points[i].Version.SeenAt - start).TotalSeconds / length : 0;
            double least = i == 0 ? Edge : places[i - 1] + gap;
            places[i] = Math.Max(Edge + (span * Math.Clamp(share, 0, 1)), least);
        }

        for (int i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], Width - Edge - (gap * (places.Length - 1 - i)));
        }

        return places;
    }

    private static string Describe(PageTexts words, ImmutableArray<StripPoint> points, string unit)
    {
        StripPoint[] texts = [.. points.Where(point => point.Version.HasText)];
        string versions = words.Count("{0} versions", points.Length);
        string from = words.Clock(points[0].Version.SeenAt);
        string[] parts =
        [
            points.Length == 1
                ? words.Say("{0} seen {1}", versions, from)
                : words.Say("{0} from {1} to {2}", versions, from, words.Clock(points[^1].Version.SeenAt)),
            .. texts.Length == 0 ? [] : (string[])[Lengths(words, texts, unit)],
            .. Numbers(words, "headline changed in", points.Where(point => point.HasNewHeadline)),
            .. Numbers(words, "back to an earlier text in", points.Where(point => point.BackTo is not null)),
            .. Numbers(words, "without a text", points.Where(point => !point.Version.HasText)),
        ];
        return string.Join("; ", parts);
    }

    /// <summary>Scripts without spaces are measured in characters.</summary>
    private static string UnitOf(ArticleHistory history) =>
        history.Changes.Any(change => change.Diff.CountsCharacters()) ? "{0} characters" : "{0} words";

    private static string Lengths(PageTexts words, StripPoint[] texts, string unit)
    {
        (int least, int most) = (texts.Min(point => point.Words), texts.Max(point => point.Words));
        return least == most
            ? words.Say("{0} long", words.Count(unit, most))
            : words.Say("{0} to {1} long", words.Number(least), words.Count(unit, most));
    }

    private static string[] Numbers(PageTexts words, string what, IEnumerable<StripPoint> points)
    {
        string numbers = string.Join(", ", points.Select(point => PageHtml.Number(point.Version.Number)));
        return numbers.Length == 0 ? [] : [$"{words[what]}: {numbers}"];
    }

    /// <summary>Explains the marks that the picture has.</summary>
    private static string Legend(PageTexts words, ImmutableArray<StripPoint> points)
    {
        string[] parts =
        [
            words["A dot is a version, as high as its text is long"],
            .. points.Any(point => point.HasNewHeadline) ? (string[])[words["ring: the headline changed"]] : [],
            .. points.Any(point => point.BackTo is not null) ? (string[])[words["↶ back to an earlier text"]] : [],
            .. points.Any(point => !point.Version.HasText) ? (string[])[words["✕ taken down or erased"]] : [],
        ];
        return string.Join(" · ", parts);
    }

    private static string Shape(FormattableString shape) => shape.ToString(CultureInfo.InvariantCulture);
}
