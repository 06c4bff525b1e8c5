using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Draws how often something happened on each of the last days; the numbers are beside it.</summary>
internal static class Sparkline
{
    private const int Days = 30;
    private const double Height = 20;

    /// <summary>Draws instants, up to the day of the last one of all rows.</summary>
    internal static void Write(PageHtml html, ImmutableArray<DateTimeOffset> instants, DateTimeOffset last)
    {
        var counts = new int[Days];
        foreach (DateTimeOffset at in instants)
        {
            int age = (last.UtcDateTime.Date - at.UtcDateTime.Date).Days;
            if (age is >= 0 and < Days)
            {
                counts[Days - 1 - age]++;
            }
        }

        int most = counts.Max();
        if (most == 0)
        {
            return;
        }

        html.Raw($"<svg class=\"spark\" viewBox=\"0 0 {Days * 4} {Height:0}\" aria-hidden=\"true\"><path d=\"");
        for (int i = 0; i < Days; i++)
        {
            double height = Height * counts[i] / most;
            html.Raw(counts[i] == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"M{i * 4} {Height:0}v-{height:0.#}h3v{height:0.#}z"));
        }

        html.Raw("\"/></svg>");
    }
}
