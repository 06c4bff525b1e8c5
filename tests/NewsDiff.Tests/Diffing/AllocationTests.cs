namespace NewsDiff.Tests.Diffing;

/// <summary>
/// What comparisons allocate. Other tests use the same spare buffers, so the least of many calls counts.
/// </summary>
public sealed class AllocationTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 25).Select(WriteParagraph)];

    [Fact]
    public void Articles_with_the_same_paragraphs_cost_next_to_nothing()
    {
        Article before = Of(Texts);
        Article after = Of(Texts.Select(text => new string(text.AsSpan())));

        Assert.InRange(Least(() => ArticleDiff.Compute(before, after)), 1, 1_000);
    }

    [Fact]
    public void Rows_of_the_same_paragraphs_are_there_when_they_are_read()
    {
        Article before = Of(Texts);
        ArticleDiff diff = ArticleDiff.Compute(before, before with { Title = "Another" });

        Assert.True(diff.HasChanges);
        Assert.Equal(Enumerable.Range(0, 25), diff.Paragraphs.Select(change => change.NewIndexes.Single()));
        Assert.All(diff.Paragraphs, change => Assert.Equal(ParagraphChangeKind.Unchanged, change.Kind));
        Assert.Equal(diff.Paragraphs, diff.Paragraphs);
        Assert.False(ArticleDiff.Compute(before, before).HasChanges);
    }

    [Fact]
    public void One_edited_paragraph_costs_its_rows_and_no_more()
    {
        string[] edited = [.. Texts];
        edited[12] = edited[12].Replace("says", "said firmly", StringComparison.Ordinal);
        Article before = Of(Texts);
        Article after = Of(edited);

        Assert.InRange(Least(() => ArticleDiff.Compute(before, after)), 1, 6_000);
    }

    [Fact]
    public void Options_of_a_comparison_cost_nothing()
    {
        string old = string.Join(' ', Texts[..3]);
        string @new = old.Replace("says", "said firmly", StringComparison.Ordinal);
        long least = Least(() => TextDiff.Compute(old, @new));
        var options = new DiffOptions { IgnoreTypography = true };

        Assert.InRange(Least(() => TextDiff.Compute(old, @new, options)), 1, least);
        Assert.InRange(Least(() => TextDiff.Compute(old, @new, options with { MaxEffort = 512 })), 1, least + 100);
    }

    [Fact]
    public void Thousands_of_equal_paragraphs_of_which_half_were_edited_cost_a_few_kilobytes_each()
    {
        string[] texts = [.. Enumerable.Repeat("Breaking news follows here.", 10_000)];
        Article before = Of(texts);
        Article after = Of(texts.Select((text, i) => i % 2 == 0 ? $"Breaking news follows at {i}." : text));

        long start = GC.GetAllocatedBytesForCurrentThread();
        ArticleDiff diff = ArticleDiff.Compute(before, after);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - start;

        Assert.Equal(5_000, diff.Paragraphs.Count(change => change.Kind == ParagraphChangeKind.Unchanged));
        Assert.InRange(allocated, 0, 50_000_000);
    }

    private static string WriteParagraph(int number)
    {
        IEnumerable<string> words = Enumerable.Range(0, 45).Select(i => $"word{i * 37 * number % 997}");
        return $"Paragraph {number} says {string.Join(' ', words)}.";
    }

    private static Article Of(IEnumerable<string> texts) => new()
    {
        Url = new Uri("https://news.example/ferry"),
        Title = "Ferry",
        Paragraphs = [.. texts.Select(Paragraph.FromString)],
    };

    private static long Least(Func<object> compare)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(compare());
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
