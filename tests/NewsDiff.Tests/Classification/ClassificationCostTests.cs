using NewsDiff.Classification;

namespace NewsDiff.Tests.Classification;

/// <summary>A paragraph with very many changed places costs in proportion to its length.</summary>
public sealed class ClassificationCostTests
{
    [Theory]
    [InlineData("the word was said and ", "the word was not said and ")]
    [InlineData("the word is said and ", "the word maybe is said and ")]
    [InlineData("he said “yes” and went ", "he said “no” and went ")]
    [InlineData("ภาษาไทยเป็นภาษา", "ภาษาไทยมเป็นภาษา")]
    public void Four_times_the_changes_take_four_times_the_memory(string before, string after)
    {
        Measure(before, after, 100);

        long some = Measure(before, after, 1_000);
        long more = Measure(before, after, 4_000);

        Assert.InRange(more, some, some * 6);
    }

    [Fact]
    public void A_reason_shows_the_first_of_many_words()
    {
        const string Shared = "The harbour board said on Monday that the ferry to the island would leave in the evening";
        string before = Shared + string.Concat(Enumerable.Repeat(" not", 12)) + " at all this year, as it has before.";
        string after = Shared + string.Concat(Enumerable.Repeat(" never", 9)) + " at all this year, as it has before.";

        ChangeLabel label = Assert.Single(
            ChangeClassifier.Classify(Change(before, after)).Labels, label => label.Class == ChangeClass.Negation);

        Assert.Equal(8, label.Reason.Split(", ").Length);
    }

    private static long Measure(string before, string after, int times)
    {
        (string old, string @new) =
            (string.Concat(Enumerable.Repeat(before, times)), string.Concat(Enumerable.Repeat(after, times)));
        ArticleChange change = Change(old, @new);
        Assert.True(change.Diff.HasChanges);
        long start = GC.GetAllocatedBytesForCurrentThread();
        ChangeClassifier.Classify(change);
        return GC.GetAllocatedBytesForCurrentThread() - start;
    }

    private static ArticleChange Change(string before, string after) => SampleNews.Change(Story(before), Story(after));

    private static Article Story(string text) => SampleNews.Article() with
    {
        Paragraphs = ["The first paragraph stays as it is.", text, "So does the last one of them."],
    };
}
