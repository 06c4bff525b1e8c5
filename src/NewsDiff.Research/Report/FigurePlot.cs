using NewsDiff.Rendering.Html;

namespace NewsDiff.Research.Report;

/// <summary>Draws bars with their intervals as SVG.</summary>
internal static class FigurePlot
{
    private const double Width = 720;
    private const double Height = 280;
    private const double Left = 92;
    private const double Bottom = 44;
    private const double Top = 24;
    private const int MaxLabels = 8;
    private const int Lines = 4;

    internal static void Write(TextWriter writer, Figure figure, string id)
    {
        double top = TopOf(figure);
        writer.Write($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\">");
        writer.Write($"<title id=\"{id}-t\">");
        HtmlText.Write(writer, figure.Title);
        writer.Write($"</title><desc id=\"{id}-d\">");
        HtmlText.Write(writer, $"{figure.Summary} The table below has the numbers.");
        writer.Write("</desc>\n");
        WriteLines(writer, figure, top);
        double step = (Width - Left - 8) / Math.Max(1, figure.Bars.Length);
        int labelled = (figure.Bars.Length + MaxLabels - 1) / MaxLabels;
        for (int i = 0; i < figure.Bars.Length; i++)
        {
            double middle = Left + ((i + 0.5) * step);
            WriteBar(writer, figure.Bars[i].Estimate, middle, Math.Min(step * 0.7, 60), top);
            if (i % labelled == 0)
            {
                writer.Write(
                    $"<text class=\"label\" x=\"{ReportText.OfPlace(middle)}\" y=\"{ReportText.OfPlace(Height - Bottom + 28)}\">");
                HtmlText.Write(writer, figure.Bars[i].Label);
                writer.Write("</text>\n");
            }
        }

        writer.Write("</svg>\n");
    }

    private static void WriteLines(TextWriter writer, Figure figure, double top)
    {
        for (int i = 0; i <= Lines; i++)
        {
            double value = top * i / Lines;
            string y = ReportText.OfPlace(PlaceOf(value, top));
            writer.Write($"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{y}\" y2=\"{y}\"/>");
            writer.Write($"<text class=\"scale\" x=\"{Left - 8}\" y=\"{y}\" dy=\".35em\">{Tick(value, figure.IsShare)}</text>\n");
        }
    }

    private static void WriteBar(TextWriter writer, Interval estimate, double middle, double width, double top)
    {
        if (!estimate.IsKnown)
        {
            return;
        }

        double y = PlaceOf(estimate.Value, top);
        string x = ReportText.OfPlace(middle);
        writer.Write(
            $"<rect class=\"column\" x=\"{ReportText.OfPlace(middle - (width / 2))}\" y=\"{ReportText.OfPlace(y)}\" "
            + $"width=\"{ReportText.OfPlace(width)}\" height=\"{ReportText.OfPlace(Height - Bottom - y)}\"/>");
        if (estimate.High > estimate.Low)
        {
            string low = ReportText.OfPlace(PlaceOf(estimate.Low, top));
            string high = ReportText.OfPlace(PlaceOf(estimate.High, top));
            writer.Write($"<path class=\"whisker\" d=\"M{x} {low}V{high}m-5 0h10M{x} {low}m-5 0h10\"/>");
        }

        writer.Write('\n');
    }

    private static double PlaceOf(double value, double top) =>
        Height - Bottom - (Math.Clamp(value / top, 0, 1) * (Height - Bottom - Top));

    // The highest end of an interval, rounded up to 1, 2, 2.5 or 5 times a power of ten.
    private static double TopOf(Figure figure)
    {
        double most = figure.Bars.Select(static bar => bar.Estimate).Where(static estimate => estimate.IsKnown)
            .Select(static estimate => Math.Max(estimate.High, estimate.Value)).DefaultIfEmpty(1).Max();
        if (most <= 0)
        {
            return 1;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        double top = power * new[] { 1, 2, 2.5, 5, 10 }.First(factor => factor * power >= most * 0.999);
        return figure.IsShare ? Math.Min(1, top) : top;
    }

    private static string Tick(double value, bool isShare) => isShare
        ? FormattableString.Invariant($"{value * 100:0.##} %")
        : value >= 1000 ? ReportText.Of((long)value) : FormattableString.Invariant($"{value:0.##}");
}
