using System.Diagnostics;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests;

public sealed class TextDifferTests
{
    private static readonly string Old = string.Join(
        ' ', Enumerable.Range(0, 20_000).Select(static word => $"a{word % 977}"));
    private static readonly string New = string.Join(
        ' ', Enumerable.Range(0, 20_000).Select(static word => $"a{word % 983}"));

    [Fact]
    public async Task Two_threads_never_share_a_comparison()
    {
        var differ = new TextDiffer();
        TextDiff expected = differ.Compute(Old, New);
        using var barrier = new Barrier(2);
        InvalidOperationException? refusal = null;

        // Comparisons that do not overlap are all right; each that does overlap must be refused, whoever comes first.
        // On a busy machine many rounds pass until two overlap.
        long start = Stopwatch.GetTimestamp();
        while (refusal is null && Stopwatch.GetElapsedTime(start) < Patience.Limit)
        {
            InvalidOperationException?[] refusals = await Task.WhenAll(Task.Run(Compare), Task.Run(Compare));
            refusal = refusals.OfType<InvalidOperationException>().FirstOrDefault();
        }

        Assert.NotNull(refusal);
        Assert.Contains("Give each thread its own", refusal.Message, StringComparison.Ordinal);

        InvalidOperationException? Compare()
        {
            barrier.SignalAndWait(TestContext.Current.CancellationToken);
            try
            {
                Assert.Equal(expected.Edits, differ.Compute(Old, New).Edits);
                return null;
            }
            catch (InvalidOperationException fault)
            {
                return fault;
            }
        }
    }

    [Fact]
    public void A_refused_argument_leaves_a_comparer_usable()
    {
        var differ = new TextDiffer();

        Assert.Throws<ArgumentNullException>(() => differ.Compute("a", null!));

        Assert.True(differ.Compute("a", "b").HasChanges);
    }
}
