using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDiff.Pages;

/// <summary>Draws how often things of several kinds happened: a bar for each day, week or month.</summary>
/// <remarks>The same instants give the same picture; a table below it says the same.</remarks>
internal sealed class ActivityTimeline(
    PageHtml html, ImmutableArray<(DateTimeOffset At, int Kind)> points, ImmutableArray<string> kinds)
{
    private const double Width = 720;
    private const double Height = 150;

    // More bars cannot be told apart on a telephone.
    private const int MostDays = 45;
    private const int MostWeeks = 60 * 7;

    // A wider bar is no bar: one day alone would fill the picture.
    private const double WidestStep = 48;

    // A thinner part is not seen, but happened.
    private const double LeastHeight = 1.5;

    internal void Write()
    {
        if (points.IsEmpty)
        {
            return;
        }

        ActivitySpan span = SpanOf();
        ImmutableArray<(DateTime Start, int[] Counts)> bars = BarsOf(span);
        int most = bars.Max(bar => bar.Counts.Sum());
        html.Raw("<figure class=\"strip activity\">\n<svg role=\"img\" viewBox=\"0 0 720 152\" ");
        html.Raw("preserveAspectRatio=\"none\" aria-labelledby=\"activity-title activity-text\">\n");
        html.Raw("<title id=\"activity-title\">");
        html.Say(TitleOf(span));
        html.Raw("</title>\n<desc id=\"activity-text\">");
        html.Text(Describe(bars, span));
        html.Raw("</desc>\n");
        WriteBars(bars, most);
        double end = Math.Min(Width, bars.Length * WidestStep);
        html.Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"<line x1=\"0\" y1=\"{Height:0}\" x2=\"{end:0}\" y2=\"{Height:0}\"/>\n</svg>\n"));
        WriteEnds(bars, span, isFull: end >= Width);
        html.Raw("<figcaption>");
        KindLegend.Write(html, kinds);
        html.Text(Describe(bars, span));
        html.Raw("</figcaption>\n");
        WriteTable(bars, span);
        html.Raw("</figure>\n");
    }

    /// <summary>Writes the first and the last time: at both ends, or together below few bars.</summary>
    private void WriteEnds(ImmutableArray<(DateTime Start, int[] Counts)> bars, ActivitySpan span, bool isFull)
    {
        string first = NameOf(bars[0].Start, span);
        string last = NameOf(bars[^1].Start, span);
        html.Raw("<div class=\"ends\"><span>");
        html.Text(isFull || bars.Length == 1 ? first : $"{first} – {last}");
        html.Raw("</span>");
        if (isFull)
        {
            html.Raw("<span>");
            html.Text(last);
            html.Raw("</span>");
        }

        html.Raw("</div>\n");
    }

    private ActivitySpan SpanOf()
    {
        double days = (points.Max(point => point.At) - points.Min(point => point.At)).TotalDays;
        return days < MostDays ? ActivitySpan.Day : days < MostWeeks ? ActivitySpan.Week : ActivitySpan.Month;
    }

    private ImmutableArray<(DateTime Start, int[] Counts)> BarsOf(ActivitySpan span)
    {
        var counts = new SortedDictionary<DateTime, int[]>();
        DateTime last = StartOf(points.Max(point => point.At), span);
        for (DateTime at = StartOf(points.Min(point => point.At), span); at <= last; at = Next(at, span))
        {
            counts[at] = new int[kinds.Length];
        }

        foreach ((DateTimeOffset at, int kind) in points)
        {
            counts[StartOf(at, span)][kind]++;
        }

        return [.. counts.Select(bar => (bar.Key, bar.Value))];
    }

    private void WriteBars(ImmutableArray<(DateTime Start, int[] Counts)> bars, int most)
    {
        double step = Math.Min(WidestStep, Width / bars.Length);
        double width = Math.Max(step * 0.5, step - 4);
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            var path = new StringBuilder();
            for (int i = 0; i < bars.Length; i++)
            {
                double below = HeightOf(bars[i].Counts.Take(kind).Sum(), most);
                double height = HeightOf(bars[i].Counts[kind], most);
                if (height > 0)
                {
                    path.Append(
                        CultureInfo.InvariantCulture,
                        $"M{i * step:0.#} {Height - below:0.#}v-{height:0.#}h{width:0.#}v{height:0.#}z");
                }
            }

            html.Raw(path.Length == 0 ? "" : $"<path class=\"k{kind}\" d=\"{path}\"/>\n");
        }
    }

    private static double HeightOf(int count, int most) =>
        count == 0 ? 0 : Math.Max(LeastHeight, Height * count / most);

    private string Describe(ImmutableArray<(DateTime Start, int[] Counts)> bars, ActivitySpan span)
    {
        (DateTime start, int[] counts) = bars.MaxBy(bar => bar.Counts.Sum());
        return html.Texts.Say("The highest bar: {0}, {1}.", html.Texts.Number(counts.Sum()), NameOf(start, span));
    }

    private void WriteTable(ImmutableArray<(DateTime Start, int[] Counts)> bars, ActivitySpan span)
    {
        html.Raw($"<details class=\"quiet\"><summary>{html.Texts["The numbers"]}</summary>\n");
        html.BeginTable("numbers", TitleOf(span), [ColumnOf(span), .. kinds]);
        foreach ((DateTime start, int[] counts) in bars.Where(bar => bar.Counts.Sum() > 0).Reverse())
        {
            html.Raw("<tr><th scope=\"row\">");
            html.Text(NameOf(start, span));
            html.Raw("</th>");
            foreach (int count in counts)
            {
                html.Raw($"<td class=\"counts\">{html.Texts.Number(count)}</td>");
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</details>\n");
    }

    private string NameOf(DateTime start, ActivitySpan span) =>
        span == ActivitySpan.Month ? html.Texts.Month(start) : html.Texts.Day(start);

    private static string TitleOf(ActivitySpan span) => span switch
    {
        ActivitySpan.Day => "What happened each day",
        ActivitySpan.Week => "What happened each week",
        _ => "What happened each month",
    };

    private static string ColumnOf(ActivitySpan span) => span switch
    {
        ActivitySpan.Day => "Day",
        ActivitySpan.Week => "Week from",
        _ => "Month",
    };

    private static DateTime StartOf(DateTimeOffset at, ActivitySpan span)
    {
        DateTime day = at.UtcDateTime.Date;
        return span switch
        {
            ActivitySpan.Day => day,
            ActivitySpan.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        };
    }

    private static DateTime Next(DateTime start, ActivitySpan span) => span switch
    {
        ActivitySpan.Day => start.AddDays(1),
        ActivitySpan.Week => start.AddDays(7),
        _ => start.AddMonths(1),
    };
}
