using BenchmarkDotNet.Attributes;

namespace NewsDiff.Benchmarks;

/// <summary>Whole articles: paragraphs aligned, words compared.</summary>
[MemoryDiagnoser]
public class ArticleDiffBenchmarks
{
    private Article _before = null!;
    private Article _after = null!;

    /// <summary>The number of paragraphs: a news story, a long read, a live blog.</summary>
    [Params(20, 100, 2000)]
    public int Paragraphs { get; set; }

    [GlobalSetup]
    public void MakeArticles()
    {
        var source = new SyntheticText(seed: 1);
        string[] paragraphs = source.Paragraphs(Paragraphs * 45);
        _before = ArticleOf(paragraphs);
        _after = ArticleOf(source.Edit(paragraphs, 0.1));
    }

    [Benchmark]
    public ArticleDiff Compare() => ArticleDiff.Compute(_before, _after);

    private static Article ArticleOf(string[] paragraphs) => new()
    {
        Url = new Uri("https://news.example/story"),
        Title = "Story",
        Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
    };
}
