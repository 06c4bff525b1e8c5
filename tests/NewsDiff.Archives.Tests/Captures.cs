using System.Text;

namespace NewsDiff.Archives.Tests;

/// <summary>Captures made by hand.</summary>
internal static class Captures
{
    public static readonly DateTimeOffset Start = new(2026, 5, 3, 0, 0, 0, TimeSpan.Zero);

    public static Capture Of(Uri url, int hour, string text, string type) => new()
    {
        Url = url,
        CapturedAt = Start.AddHours(hour),
        StatusCode = 200,
        ReasonPhrase = "OK",
        Headers = [new HttpField("Content-Type", type)],
        Body = Encoding.UTF8.GetBytes(text),
        RequestHeaders = [new HttpField("Host", url.Authority)],
    };

    public static Capture Page(Uri url, int hour, string title) =>
        Of(url, hour, Html(title), "text/html; charset=utf-8");

    public static string Html(string title) =>
        $"<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            + string.Concat(Enumerable.Range(1, 5).Select(n =>
                $"<p>{title}: the river rose for the {n}. time this week, and the town below the dam was cut off "
                + "from the road for hours.</p>"))
            + "</article></body></html>";
}
