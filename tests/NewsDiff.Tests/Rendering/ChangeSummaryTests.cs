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
    [InlineData("T", "株は上がった。", "T", "株は上がった。市場は静かだ。", "6 characters added")]
    [InlineData("T", "株は上がった。", "T", "株価は上がった。", "1 character added")]
    [InlineData("T", "ผู้เสียชีวิต 12 คน", "T", "ผู้เสียชีวิต 12 คนแล้ว", "3 characters added")]
    [InlineData("T", "株は上がった。", "T", "株は上がった。NHK World News", "3 words added")]
    [InlineData("T", "대통령은 오늘 떠났다.", "T", "대통령은 어제 떠났다.", "1 word added, 1 removed")]
    public void A_change_is_summed_up(
        string oldTitle,
        string oldText,
        string newTitle,
        string newText,
        string expected) => Assert.Equal(
        expected,
        ChangeSummary.Write(
            ArticleDiff.Compute(Stories.Article(oldTitle, oldText), Stories.Article(newTitle, newText))));

    [Fact]
    public void A_paragraph_that_was_only_split_or_joined_is_mentioned()
    {
        const string First = "The council voted on Monday to raise the fares of the harbour ferry from April.";
        const string Second = "Its members had debated for four hours, and several of them left before the vote.";
        Article whole = Stories.Article("T", $"{First} {Second}");
        Article parts = Stories.Article("T", First, Second);

        Assert.Equal("text split", ChangeSummary.Write(ArticleDiff.Compute(whole, parts)));
        Assert.Equal("text joined", ChangeSummary.Write(ArticleDiff.Compute(parts, whole)));
    }
}
