using System.Globalization;
using System.Text.RegularExpressions;
using NewsDiff.Research.Report;

namespace NewsDiff.Research.Tests;

/// <summary>The page of a corpus: its figures, and that it is the same everywhere and harmless.</summary>
public sealed class CorpusReportTests
{
    [Fact]
    public async Task The_page_is_the_same_for_any_number_of_workers_and_in_every_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string one = await WriteAsync(workers: 1);
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        string eight = await WriteAsync(workers: 8);
        CultureInfo.CurrentCulture = culture;

        Assert.Equal(one, eight);
    }

    [Fact]
    public async Task The_figures_are_those_of_the_articles()
    {
        string page = await WriteAsync(workers: 2);

        Assert.Contains("40 articles of 2 sources, 80 versions, 40 changes, 2026-05 to 2026-06.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Articles that changed</dt><dd>75.0 %<span>95 %: 59.8 % to 85.8 %</span>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Versions per article</dt><dd>2.00<span>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">a.example</th><td>20</td><td>40</td><td>20</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">b.example</th><td>2026-06</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_article_becomes_markup_and_nothing_is_loaded()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        await CorpusReport.WriteAsync(
            Articles(),
            writer,
            new CorpusReportOptions { Title = "<script>alert(1)</script>", Selection = "\"><img src=x>" },
            TestContext.Current.CancellationToken);
        string page = writer.ToString();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<[^>]*(src|href)=", RegexOptions.NonBacktracking), page);
        Assert.Contains("default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0)]
    public void Wilson_intervals_are_the_published_ones(long successes, long cases, double low, double high)
    {
        var interval = Interval.Wilson(successes, cases);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Weights_of_the_bootstrap_are_Poisson_distributed_with_mean_one()
    {
        byte[] weights = [.. Enumerable.Range(0, 500).SelectMany(i => Replicates.WeightsOf($"{i}"))];

        Assert.Equal(1, weights.Average(weight => weight), 0.01);
        Assert.Equal(1, weights.Average(weight => (weight - 1.0) * (weight - 1.0)), 0.02);
        Assert.Equal(Math.Exp(-1), weights.Count(weight => weight == 0) / (double)weights.Length, 0.005);
    }

    [Fact]
    public void The_bootstrap_agrees_with_the_normal_interval_of_a_share_of_independent_cases()
    {
        var ratio = new Ratio();
        for (int i = 0; i < 2000; i++)
        {
            ratio.Add(i % 4 == 0 ? 1 : 0, 1, Replicates.WeightsOf($"{i}"));
        }

        double half = 1.96 * Math.Sqrt(0.25 * 0.75 / 2000);
        Assert.Equal(0.25, ratio.Share.Value);
        Assert.Equal(0.25 - half, ratio.Share.Low, 0.006);
        Assert.Equal(0.25 + half, ratio.Share.High, 0.006);
    }

    [Fact]
    public void A_share_of_none_has_no_interval_of_nothing()
    {
        var ratio = new Ratio();
        for (int i = 0; i < 10; i++)
        {
            ratio.Add(0, 7, Replicates.WeightsOf($"{i}"));
        }

        Assert.Equal(Interval.Wilson(0, 10), ratio.Share);
    }

    [Fact]
    public void The_median_of_delays_is_near_the_true_one()
    {
        var delays = new Delays();
        for (int i = 1; i <= 1001; i++)
        {
            delays.Add(i / 10.0, Replicates.WeightsOf($"{i}"));
        }

        Assert.InRange(delays.Median.Value, 45, 55);
        Assert.InRange(delays.Median.Low, 40, delays.Median.Value);
        Assert.InRange(delays.Median.High, delays.Median.Value, 60);
        Assert.Equal(1001, delays.CountBetween(0, double.MaxValue));
    }

    private static async Task<string> WriteAsync(int workers)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(
            40,
            await CorpusReport.WriteAsync(
                Articles(),
                writer,
                new CorpusReportOptions { Workers = workers },
                TestContext.Current.CancellationToken));
        return writer.ToString();
    }

    // Ten articles with one version, twenty with two, ten with three.
    private static async IAsyncEnumerable<ArticleHistory> Articles()
    {
        for (int i = 0; i < 40; i++)
        {
            await Task.Yield();
            int versions = 1 + ((i + 1) % 4 / 2) + (i % 4 / 2);
            yield return new ArticleHistory(Enumerable.Range(1, versions).Select(number => MakeVersion(i, number)));
        }
    }

    private static ArticleVersion MakeVersion(int article, int number)
    {
        var content = new Article
        {
            Url = new Uri(article % 2 == 0 ? "https://a.example/1" : "https://b.example/1"),
            Title = number == 3 ? "<b>Ferry</b> lost" : "Ferry late",
            Language = "en",
            Paragraphs =
            [
                "The ferry to the island was two hours late on Monday.",
                $"It had {number * 7} passengers on board then.",
            ],
        };
        return new ArticleVersion
        {
            ArticleId = FormattableString.Invariant($"ferry-{article}"),
            Number = number,
            SeenAt = new DateTimeOffset(2026, number == 1 ? 5 : 6, 3, 12, 0, 0, TimeSpan.Zero),
            Article = content,
            ContentHash = ContentHash.Compute(content),
        };
    }
}
