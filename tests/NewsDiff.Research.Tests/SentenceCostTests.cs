using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Research.Tests;

/// <summary>Aligning very many or very long sentences costs in proportion to the text.</summary>
public sealed class SentenceCostTests
{
    [Theory]
    [InlineData("equal")]
    [InlineData("nearly equal")] // two words of each differ, and none of these is in both versions
    [InlineData("shuffled")]
    [InlineData("split")] // one sentence became very many
    public void Four_times_the_sentences_take_four_times_the_memory(string text)
    {
        Measure(text, 100);

        // Beyond the size up to which all pairs are compared.
        long some = Measure(text, 2_000);
        long more = Measure(text, 8_000);

        Assert.InRange(more, some, some * 5);
    }

    [Fact]
    public void Equal_sentences_are_paired_in_their_order()
    {
        const string Line = "More about this.";
        var alignment = SentenceAlignment.Compute(
            [Line, "The ferry left.", Line, "It came back.", Line, Line],
            ["The ferry left.", Line, Line, "It came back.", Line]);

        Assert.Equal([(0, 2), (1, 0), (2, 1), (3, 3), (4, 4)], alignment.Links.Select(link => (link.Old, link.New)));
    }

    private static long Measure(string text, int count)
    {
        (ImmutableArray<string> before, ImmutableArray<string> after) = Make(text, count);
        long start = GC.GetAllocatedBytesForCurrentThread();
        SentenceAlignment.Compute(before, after);
        return GC.GetAllocatedBytesForCurrentThread() - start;
    }

    private static (ImmutableArray<string> Before, ImmutableArray<string> After) Make(string text, int count)
    {
        switch (text)
        {
            case "equal":
                return (
                    [.. Enumerable.Repeat("The ferry left at noon.", count)],
                    [.. Enumerable.Repeat("The ferry left at noon.", count / 2)]);
            case "nearly equal":
                return (Numbered(count, 0), Numbered(count, count));
            case "shuffled":
                string[] shuffled = [.. Numbered(count, 0)];
                new Random(7).Shuffle(shuffled);
                return (Numbered(count, 0), [.. shuffled]);
            default:
                ImmutableArray<string> parts = Numbered(count, 0);
                return ([string.Join(' ', parts)], parts);
        }
    }

    private static ImmutableArray<string> Numbered(int count, int first) =>
    [
        .. Enumerable.Range(first, count).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"The ferry n{number} left at noon for n{number} harbours.")),
    ];
}
