using NewsDiff.Feeds;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Fetching;

public sealed class AnswerHeaderTests
{
    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("</feed>; rel=self, <https://hub.example/>; rel=hub", "https://hub.example/")]
    [InlineData("<https://hub.example/>; rel=preload", "")]
    [InlineData("<ftp://hub.example/>; rel=hub", "")]
    public async Task Hubs_in_the_link_header_are_the_feeds(string header, string expected)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/feed", 200, ScenarioStage.Feed(), $"Link: {header}");

        FeedResult result = await stage.FetchFeedAsync("/feed");

        Assert.Equal(expected, string.Join(' ', result.Feed!.Hubs));
    }

    [Theory]
    [InlineData("cf-mitigated: challenge", true)]
    [InlineData("x-served-by: cache", false)]
    public async Task A_bot_check_is_named(string header, bool isNamed)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/a", 403, "", header);

        Assert.Equal(isNamed, (await stage.FetchAsync("/a")).Reason!.Contains("bot check", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0; url=/story'>", true)]
    [InlineData("<META CONTENT=\"0;URL='/story'\" HTTP-EQUIV=\"Refresh\">", true)]
    [InlineData("<meta http-equiv=refresh content='30; url=/story'>", false)]
    [InlineData("<meta http-equiv=refresh content='0; url=/moved'>", false)]
    [InlineData("<noscript><meta http-equiv=refresh content='0; url=/story'></noscript>", false)]
    [InlineData("<!-- <meta http-equiv=refresh content='0; url=/story'> -->", false)]
    public async Task A_page_that_sends_readers_on_at_once_is_a_redirect(string head, bool isRedirect)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/moved", 200, $"<html><head>{head}</head></html>", ScenarioStage.Html);

        FetchResult result = await stage.FetchAsync("/moved");

        Assert.Equal(isRedirect, result.Article is not null);
        Assert.Null(result.MovedTo);
    }

    [Theory]
    [InlineData(200, "Refresh: 0; url=/story", true)]
    [InlineData(200, "Refresh: 30; url=/story", false)]
    [InlineData(200, "Location: /story", false)]
    [InlineData(300, "Location: /story", true)]
    [InlineData(300, "Location:", false)]
    public async Task A_header_that_sends_readers_on_is_a_redirect(int status, string header, bool isRedirect)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/moved", status, "<html><body>Moved</body></html>", ScenarioStage.Html, header);

        FetchResult result = await stage.FetchAsync("/moved");

        Assert.Equal(isRedirect, result.Article is not null);
        Assert.Null(result.MovedTo);
    }
}
