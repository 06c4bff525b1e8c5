using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>The least time and the bytes of one page, in whole and for building the tree alone.</summary>
internal readonly record struct PageTiming(double ParseMilliseconds, double TotalMilliseconds, long ParseBytes, long TotalBytes)
{
    public static PageTiming Measure(HtmlArticleExtractor extractor, ExtractionRequest request, int repeats)
    {
        (double parse, long parseBytes) = Least(repeats, () =>
        {
            using var document = new HtmlParser().ParseDocument(request.Html);
        });
        (double total, long totalBytes) = Least(repeats, () => extractor.Extract(request));
        return new PageTiming(parse, total, parseBytes, totalBytes);
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

    private static (double Milliseconds, long Bytes) Least(int repeats, Action action)
    {
        double least = double.MaxValue;
        long bytes = long.MaxValue;
        for (int i = 0; i < repeats; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            action();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (least, bytes);
    }
}
