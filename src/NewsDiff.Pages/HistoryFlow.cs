using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Pages.Texts;
using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>Draws which words of which version lasted: a column for each version, bands for what stays.</summary>
/// <remarks>
/// The picture is the history flow of Viégas, Wattenberg and Dave (2004), on the words that <see cref="WordTracer"/>
/// follows. The same history gives the same picture.
/// </remarks>
internal static class HistoryFlow
{
    private const string Legend = "A column is a version, as high as its text is long. A band is text that the next "
        + "version kept. Its colour is that of the version that brought it.";
    private const double Width = 720;
    private const double Height = 240;
    private const double Top = 22;

    // More columns are narrower than a finger, and their bands cannot be told apart.
    private const int MostColumns = 30;

    // A thinner band is not seen, but weighs as much.
    private const double LeastBand = 0.4;

    internal static void Write(PageHtml html, ArticleHistory history, WordTracer tracer)
    {
        ImmutableArray<FlowColumn> columns = Choose(history, tracer);
        if (columns.Length < 2)
        {
            return;
        }

        html.Raw("<figure class=\"strip flow-picture\">\n<svg role=\"img\" viewBox=\"0 0 720 264\" aria-label=\"");
        html.Text(Describe(html.Texts, columns));
        html.Raw("\">\n");
        int first = columns[0].Number;
        double step = Width / ((columns.Length * 2) - 1);
        double unit = Height / Math.Max(1, columns.Max(column => column.Words.Length));
        for (int i = 0; i < columns.Length; i++)
        {
            double left = step * 2 * i;
            WriteColumn(html, columns[i], first, left, step, unit);
            if (i > 0)
            {
                WriteBands(html, columns[i - 1], columns[i], first, left - step, step, unit);
            }
        }

        html.Raw("</svg>\n<figcaption>");
        html.Say(Legend);
        html.Raw("</figcaption>\n</figure>\n");
    }

    /// <summary>The versions to draw: all, or as many as can be distinguished, with the first and the last.</summary>
    private static ImmutableArray<FlowColumn> Choose(ArticleHistory history, WordTracer tracer)
    {
        int[] numbers = [.. history.Versions.Where(version => version.HasText).Select(version => version.Number)];
        int count = Math.Min(numbers.Length, MostColumns);
        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => numbers[count == 1 ? 0 : i * (numbers.Length - 1) / (count - 1)])
                .Select(number => new FlowColumn(tracer.Find(number)!)),
        ];
    }

    private static void WriteColumn(
        PageHtml html, FlowColumn column, int first, double left, double width, double unit)
    {
        html.Raw(Shape($"<text x=\"{left + (width / 2):0.#}\" y=\"14\">{column.Number}</text>\n"));
        var shapes = new FlowShapes(first);
        for (int i = 0; i < column.Words.Length;)
        {
            int end = i + 1;
            while (end < column.Words.Length && column.Words[end].IntroducedIn == column.Words[i].IntroducedIn)
            {
                end++;
            }

            double top = Top + (i * unit);
            double height = (end - i) * unit;
            shapes.Add(
                column.Words[i].IntroducedIn, Shape($"M{left:0.#} {top:0.#}h{width:0.#}v{height:0.#}h-{width:0.#}z"));
            i = end;
        }

        shapes.Write(html, "bar-of");
    }

    private static void WriteBands(
        PageHtml html, FlowColumn before, FlowColumn after, int first, double left, double width, double unit)
    {
        var shapes = new FlowShapes(first);
        for (int i = 0; i < before.Words.Length;)
        {
            int length = after.LengthOfRun(before, i, out int there);
            if (length * unit >= LeastBand)
            {
                (double from, double fall, double height) = (Top + (i * unit), (there - i) * unit, length * unit);
                shapes.Add(
                    before.Words[i].IntroducedIn,
                    Shape($"M{left:0.#} {from:0.#}l{width:0.#} {fall:0.#}v{height:0.#}l{-width:0.#} {-fall:0.#}z"));
            }

            i += Math.Max(1, length);
        }

        shapes.Write(html, "band");
    }

    private static string Describe(PageTexts texts, ImmutableArray<FlowColumn> columns)
    {
        FlowColumn first = columns[0];
        FlowColumn last = columns[^1];
        int kept = last.Words.Count(word => word.IntroducedIn == first.Number);
        return texts.Say(
            "{0} as columns. Words of version {1}: {2}. Of these, {3} are in version {4}, which has {5}.",
            texts.Count("{0} versions", columns.Length),
            PageHtml.Number(first.Number),
            texts.Number(first.Words.Length),
            texts.Number(kept),
            PageHtml.Number(last.Number),
            texts.Count("{0} words", last.Words.Length));
    }

    private static string Shape(FormattableString shape) => shape.ToString(CultureInfo.InvariantCulture);
}
