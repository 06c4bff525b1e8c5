using System.Globalization;
using AngleSharp.Html.Parser;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>The least processor time and bytes of one page, in whole and for building the tree alone.</summary>
internal readonly record struct PageTiming(
    double ParseMilliseconds,
    double TotalMilliseconds,
    long ParseBytes,
    long TotalBytes)
{
    /// <summary>
    /// Times pages in rounds, parse and whole in turns, so that disturbances and the runtime's warm-up affect both
    /// alike.
    /// </summary>
    public static List<PageTiming> Measure(
        HtmlArticleExtractor extractor,
        IReadOnlyList<ExtractionRequest> requests,
        int rounds)
    {
        var least = new PageTiming[requests.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < least.Length; i++)
            {
                PageTiming timing = Once(extractor, requests[i]);
                least[i] = round == 0 ? timing : least[i].Least(timing);
            }
        }

        return rounds > 0 ? [.. least] : [];
    }

    public static void Print(List<PageTiming> timings, TextWriter output)
    {
        if (timings.Count == 0)
        {
            return;
        }

        Line("parse ms", timings.Select(timing => timing.ParseMilliseconds));
        Line("total ms", timings.Select(timing => timing.TotalMilliseconds));
        Line("parse kB", timings.Select(timing => timing.ParseBytes / 1000.0));
        Line("total kB", timings.Select(timing => timing.TotalBytes / 1000.0));
        Line("total / parse", timings.Select(timing => timing.TotalMilliseconds / timing.ParseMilliseconds));

        void Line(string name, IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-14} p50 {sorted[sorted.Length / 2],8:F2}  p95 {sorted[sorted.Length * 95 / 100],8:F2}"));
        }
    }

    private static PageTiming Once(HtmlArticleExtractor extractor, ExtractionRequest request)
    {
        (double parse, long parseBytes) = Once(() =>
        {
            using var document = new HtmlParser().ParseDocument(request.Html);
        });
        (double total, long totalBytes) = Once(() => extractor.Extract(request));
        return new PageTiming(parse, total, parseBytes, totalBytes);
    }

    private PageTiming Least(PageTiming other) => new(
        Math.Min(ParseMilliseconds, other.ParseMilliseconds),
        Math.Min(TotalMilliseconds, other.TotalMilliseconds),
        Math.Min(ParseBytes, other.ParseBytes),
        Math.Min(TotalBytes, other.TotalBytes));

    private static (double Milliseconds, long Bytes) Once(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        double start = CpuClock.Now();
        action();
        return ((CpuClock.Now() - start) / 1000, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
