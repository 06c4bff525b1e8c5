using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class ChangeSummaryTests
{
    [Theory]
    [InlineData("T", "It cost 5 euros.", "T", "It cost about 6 euros.", "2 words added, 1 removed")]
    [InlineData("T", "It cost 5 euros.", "T", "It cost about 5 euros.", "1 word added")]
    [InlineData("T", "It cost about 5 euros.", "T", "It cost 5 euros.", "1 word removed")]
    [InlineData("Old", "It cost 5 euros.", "New", "It cost 5 euros.", "1 word added, 1 removed; headline changed")]
    [InlineData("T", "It cost 5 euros.", "T", "It cost 5 euros!", "no words changed")]
    [InlineData("T", "It cost 5 euros.", "T", "It cost 5 euros.", "nothing changed")]
    public void A_change_is_summed_up(string oldTitle, string oldText, string newTitle, string newText, string expected) => Assert.Equal(
        expected, ChangeSummary.Of(ArticleDiff.Compute(Stories.Article(oldTitle, oldText), Stories.Article(newTitle, newText))));
}
