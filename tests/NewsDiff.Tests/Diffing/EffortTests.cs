using System.Collections.Immutable;

using NewsDiff.Diffing;

namespace NewsDiff.Tests.Diffing;

public sealed class EffortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4097)]
    [InlineData(int.MaxValue)]
    public void Effort_has_limits(int effort) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiffOptions { MaxEffort = effort });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void The_share_of_words_is_a_share(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiffOptions { ReplaceWholeBelow = share });

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    public void Long_texts_of_two_words_are_compared_whole_whatever_the_effort(int effort)
    {
        string old = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => (i * i % 7) < 3 ? "yes" : "no"));
        string @new = string.Join(' ', Enumerable.Range(0, 60_000).Select(i => (i * i % 11) < 5 ? "yes" : "no"));

        var engine = new DiffEngine(new DiffOptions { MaxEffort = effort });

        // Tidied, so dense a scatter of changes becomes few of them.
        ImmutableArray<DiffEdit> found = engine.Compare(old, @new, isTidied: false);
        long looks = engine.Looks;
        ImmutableArray<DiffEdit> shown = engine.Compare(old, @new);

        int kept = found.Where(edit => edit.Kind == EditKind.Equal).Sum(edit => @new[edit.NewRange].Length);
        Assert.True(kept > @new.Length / 2, $"{kept} of {@new.Length} characters are kept.");

        // Nothing divides such texts: to look again at each window would cost the square of their length.
        Assert.InRange(looks, 0, 4 * (60_000 + 60_000));
        Assert.Equal(old, string.Concat(shown.Select(edit => old[edit.OldRange])));
        Assert.Equal(@new, string.Concat(shown.Select(edit => @new[edit.NewRange])));
    }

    [Fact]
    public void A_text_that_divisions_can_only_peel_is_looked_at_a_bounded_number_of_times()
    {
        // Each run of three stands once in what is left, but only when the one before it was found.
        const int Runs = 4_000;
        string Of(Func<int, string> copies) =>
            string.Join(' ', Enumerable.Range(0, Runs).Select(i => $"{copies(i + 1)} x{i} y{i} z{i}"));
        string old = Of(i => $"z{i} y{i} x{i}");
        string @new = Of(i => $"y{i} x{i} z{i}");
        var engine = new DiffEngine(DiffOptions.Default);

        ImmutableArray<DiffEdit> edits = engine.Compare(old, @new, isTidied: false);

        Assert.InRange(engine.Looks, 0, 70 * 2 * 6 * Runs);
        int kept = edits.Where(edit => edit.Kind == EditKind.Equal).Sum(edit => @new[edit.NewRange].Length);
        Assert.True(kept > @new.Length / 3, $"{kept} of {@new.Length} characters are kept.");
    }

    [Fact]
    public void Even_with_the_least_effort_little_is_lost_at_the_edge_of_a_window()
    {
        int kept = 0;
        int keptAtBest = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            string old = string.Join(' ', random.GetItems<string>(["yes", "no", "maybe"], 300));
            string @new = string.Join(' ', random.GetItems<string>(["yes", "no", "maybe"], 300));
            kept += KeptWords(new DiffEngine(new DiffOptions { MaxEffort = 1 }), old, @new);
            keptAtBest += KeptWords(new DiffEngine(DiffOptions.Default), old, @new);
        }

        Assert.InRange(kept / (double)keptAtBest, 0.94, 1);
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(2, 24)]
    [InlineData(3, 12)]
    public void Words_that_moved_over_a_refrain_are_kept_in_its_place_only_three_at_a_time(int words, int kept)
    {
        string[] phrases =
        [
            .. new[] { "red", "blue", "green", "white" }.Select(
                colour => string.Join(' ', Enumerable.Range(1, words).Select(n => $"{colour}{n}"))),
        ];
        string old = string.Join(' ', phrases.Select(phrase => phrase + string.Concat(Enumerable.Repeat(" la", 6))));
        string @new = string.Concat(Enumerable.Repeat("la ", 24)) + string.Join(' ', phrases);

        TextDiff diff = TextDiff.Compute(old, @new);

        Assert.Equal(kept, diff.Statistics.WordsKept);
    }

    private static int KeptWords(DiffEngine engine, string old, string @new) =>
        engine.Compare(old, @new, isTidied: false)
            .Where(edit => edit.Kind == EditKind.Equal)
            .Sum(edit => @new[edit.NewRange].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    private static Article ArticleOf(string[] paragraphs) => new()
    {
        Url = new Uri("https://example.org/"),
        Title = "Title",
        Paragraphs = [.. paragraphs.Select(Paragraph.FromString)],
    };

    [Theory]
    [InlineData("Read more.")]
    [InlineData("")]
    public void Articles_of_thousands_of_equal_paragraphs_are_aligned(string text)
    {
        Paragraph[] many = [.. Enumerable.Repeat(new Paragraph(text), 20_000)];
        var before = new Article { Url = new Uri("https://example.org/"), Title = "Title", Paragraphs = [.. many] };
        Article after =
            before with { Paragraphs = [.. many[..10_000], new Paragraph("New words stand here."), .. many[10_000..]] };

        ArticleDiff diff = ArticleDiff.Compute(before, after);

        Assert.Equal(20_001, diff.Paragraphs.Length);
        Assert.Equal(
            [10_000],
            Assert.Single(diff.Paragraphs, change => change.Kind != ParagraphChangeKind.Unchanged).NewIndexes);
    }

    [Fact]
    public void A_text_may_have_more_different_words_than_16_bits_can_number()
    {
        string[] words = [.. Enumerable.Range(0, 100_000).Select(i => $"w{i}")];
        string old = string.Join(' ', words);
        words[70_000] = "changed";

        TextDiff diff = TextDiff.Compute(old, string.Join(' ', words));

        Assert.Equal("w70000", old[Assert.Single(diff.Edits, edit => edit.Kind == EditKind.Delete).OldRange]);
    }

    // Bytes stand for steps: every comparison of words that is tried allocates its result.
    [Fact]
    public void A_comparer_that_has_seen_texts_of_this_length_allocates_nothing_but_the_result()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 5000).Select(i => $"word{i}")];
        string[] text = random.GetItems(words, 100_000);
        string old = string.Join(' ', text);
        string @new = string.Join(' ', text.Select((word, i) => i % 10 == 0 ? "other" : word));
        var differ = new TextDiffer();
        int edits = differ.Compute(old, @new).Edits.Length;

        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = differ.Compute(old, @new);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // An edit takes 20 bytes, and is moved once into an array of its exact length.
        Assert.InRange(allocated, 0, (edits * 64) + 1024);
    }

    [Fact]
    public void A_long_live_blog_is_compared_without_trying_every_pair()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 3000).Select(i => $"word{i}")];
        string[] old = [.. Enumerable.Range(0, 2000).Select(
            i => $"Update {i}: {string.Join(' ', random.GetItems(words, 40))}.")];
        string[] @new =
        [
            .. Enumerable.Range(2000, 300).Select(i => $"Update {i}: {string.Join(' ', random.GetItems(words, 40))}."),
            .. old.Select((text, i) => i % 10 == 0 ? text.Replace("word1", "other", StringComparison.Ordinal) : text)
                .Where((_, i) => i % 50 != 7),
        ];
        _ = ArticleDiff.Compute(ArticleOf(old[..50]), ArticleOf(@new[..50]));

        long before = GC.GetAllocatedBytesForCurrentThread();
        ArticleDiff diff = ArticleDiff.Compute(ArticleOf(old), ArticleOf(@new));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(300, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Inserted));
        Assert.Equal(40, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Deleted));
        Assert.InRange(allocated, 0, 40_000_000);
    }

    [Fact]
    public void Articles_of_thousands_of_other_paragraphs_are_replaced()
    {
        Article Of(string word) => new()
        {
            Url = new Uri("https://example.org/"),
            Title = "Title",
            Paragraphs = [.. Enumerable.Range(0, 30_000).Select(i => new Paragraph($"{word}{i}"))],
        };

        ArticleDiff diff = ArticleDiff.Compute(Of("before"), Of("after"));

        Assert.Equal(
            Enumerable.Range(0, 30_000), diff.Paragraphs.Take(30_000).Select(change => change.OldIndexes.Single()));
        Assert.Equal(
            Enumerable.Range(0, 30_000), diff.Paragraphs.Skip(30_000).Select(change => change.NewIndexes.Single()));
    }
}
