using NewsDiff.Classification;
using NewsDiff.Events;

namespace NewsDiff.Notifications.Tests;

public sealed class FilterTests
{
    private static readonly ArticleNotice Days = Stories.Notice(
        Stories.Ferry, Edited("The operator has 28 days to answer, and the board was told of it."));

    private static readonly ArticleNotice Comma = Stories.Notice(
        Stories.Ferry, Edited("The operator has 14 days to answer and the board was told of it."));

    [Fact]
    public void A_change_of_a_number_passes_and_one_of_typography_does_not()
    {
        Assert.True(Pass(new NotificationFilter(), Days));
        Assert.False(Pass(new NotificationFilter(), Comma));
        Assert.True(Pass(new NotificationFilter { MinSignificance = 0 }, Comma));
    }

    [Theory]
    [InlineData(ArticleEventKind.Vanished, true)]
    [InlineData(ArticleEventKind.Returned, true)]
    [InlineData(ArticleEventKind.FirstSeen, false)]
    [InlineData(ArticleEventKind.Merged, false)]
    public void Some_kinds_are_told_by_default(ArticleEventKind kind, bool isTold) =>
        Assert.Equal(isTold, Pass(new NotificationFilter(), Stories.Notice(kind)));

    [Theory]
    [InlineData("news.example", true)]
    [InlineData("NEWS.example", true)]
    [InlineData("example", true)]
    [InlineData("s.example", false)]
    [InlineData("other.example", false)]
    public void A_site_has_its_subdomains(string site, bool passes) =>
        Assert.Equal(passes, Pass(new NotificationFilter { Sites = [site] }, Days));

    [Theory]
    [InlineData("ferry", true)]
    [InlineData("28 days", true)]
    [InlineData("14", true)]
    [InlineData("board", true)]
    [InlineData("boa", false)]
    [InlineData("Monday", false)]
    public void Words_are_looked_for_in_the_headline_and_in_what_changed(string word, bool passes)
    {
        Assert.Equal(passes, Pass(new NotificationFilter { Words = ["absent", word] }, Days));
        Assert.Equal(!passes, Pass(new NotificationFilter { ExceptWords = [word] }, Days));
    }

    [Fact]
    public void Words_of_scripts_without_spaces_are_found_inside_others() => Assert.True(Pass(
        new NotificationFilter { Words = ["首相"], MinSignificance = 0 },
        Stories.Notice(Stories.Of("選挙", "岸田首相は辞任した。"), Stories.Of("選挙", "石破首相は辞任した。"))));

    [Fact]
    public void A_class_and_a_number_of_words_can_be_asked_for()
    {
        Assert.True(Pass(new NotificationFilter { Classes = [ChangeClass.Number] }, Days));
        Assert.False(Pass(new NotificationFilter { Classes = [ChangeClass.Headline] }, Days));
        Assert.True(Pass(new NotificationFilter { MinWords = 2, MaxWords = 2 }, Days));
        Assert.False(Pass(new NotificationFilter { MinWords = 3 }, Days));
        Assert.False(Pass(new NotificationFilter { MaxWords = 1 }, Days));
    }

    private static bool Pass(NotificationFilter filter, ArticleNotice notice) => new FilterRules(filter).Pass(notice);

    private static Article Edited(string last) =>
        Stories.Ferry with { Paragraphs = [Stories.Ferry.Paragraphs[0], last] };
}
