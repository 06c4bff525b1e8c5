using BenchmarkDotNet.Attributes;

using DiffPlex;
using DiffPlex.Model;

namespace NewsDiff.Benchmarks;

/// <summary>Words of a text against words of its edited form, beside DiffPlex.</summary>
[MemoryDiagnoser]
public class TextDiffBenchmarks
{
    private static readonly Differ DiffPlexDiffer = new();
    private static readonly char[] Separators = [' ', '\t', '\n', '\r', '.', ',', ';', ':', '!', '?', '(', ')', '"'];

    private readonly TextDiffer _differ = new();
    private string _old = "";
    private string _new = "";

    /// <summary>The length of the text in words.</summary>
    [Params(600, 6000)]
    public int Words { get; set; }

    /// <summary>The share of words that were edited, in percent.</summary>
    [Params(1, 10, 50)]
    public int EditedPercent { get; set; }

    [GlobalSetup]
    public void MakeTexts()
    {
        var source = new SyntheticText(seed: 1);
        string[] paragraphs = source.Paragraphs(Words);
        _old = string.Join("\n\n", paragraphs);
        _new = string.Join("\n\n", source.Edit(paragraphs, EditedPercent / 100.0));
    }

    [Benchmark(Baseline = true)]
    public DiffResult DiffPlexWords() =>
        DiffPlexDiffer.CreateWordDiffs(_old, _new, ignoreWhitespace: false, Separators);

    [Benchmark]
    public TextDiff NewsDiffWords() => TextDiff.Compute(_old, _new);

    [Benchmark]
    public TextDiff NewsDiffReused() => _differ.Compute(_old, _new);
}
