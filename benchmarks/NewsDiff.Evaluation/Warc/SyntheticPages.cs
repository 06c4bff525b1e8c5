using System.Globalization;
using System.Text;
using NewsDiff.Archives;

namespace NewsDiff.Evaluation.Warc;

/// <summary>
/// Makes pages as large and as compressible as those of news sites, the same ones every time.
/// </summary>
internal static class SyntheticPages
{
    private const int Words = 4000;
    private const int ParagraphsOnPage = 60;
    private const int WordsInParagraph = 55;

    private static readonly string[] Vocabulary = MakeVocabulary();

    /// <summary>The capture of a number.</summary>
    public static Capture Of(int number)
    {
        var random = new Random(number);
        string url = string.Create(
            CultureInfo.InvariantCulture, $"https://news{number % 40}.example/2026/story-{number}");
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><title>Story {number}</title>");
        for (int i = 0; i < 120; i++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<script src=\"https://static.example/assets/{i}/bundle.min.js?v={number % 17}\" async></script>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</head><body><article><h1>Story {number}</h1>");
        for (int i = 0; i < ParagraphsOnPage; i++)
        {
            page.Append("<p class=\"article__paragraph\">");
            for (int word = 0; word < WordsInParagraph; word++)
            {
                page.Append(Vocabulary[(int)(Math.Pow(random.NextDouble(), 3) * Words)]).Append(' ');
            }

            page.Append("</p>\n");
        }

        return new Capture
        {
            Url = new Uri(url),
            CapturedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number),
            StatusCode = 200,
            ReasonPhrase = "OK",
            Headers =
            [
                new HttpField("Content-Type", "text/html; charset=utf-8"), new HttpField("ETag", $"\"{number}\""),
            ],
            Body = Encoding.UTF8.GetBytes(page.Append("</article></body></html>").ToString()),
            RequestHeaders = [new HttpField("Host", "news.example"), new HttpField("User-Agent", "NewsDiff")],
        };
    }

    private static string[] MakeVocabulary()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Words).Select(i => string.Concat(
            Enumerable.Range(0, 2 + (i % 9)).Select(_ => (char)('a' + random.Next(26)))))];
    }
}
