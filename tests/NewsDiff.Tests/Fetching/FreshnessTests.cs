using NewsDiff.Feeds;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Fetching;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData(3600.0, "Cache-Control: public, max-age=3600")]
    [InlineData(3000.0, "Cache-Control: max-age=3600", "Age: 600")]
    [InlineData(null, "Cache-Control: max-age=3600", "Age: 7200")]
    [InlineData(null, "Cache-Control: no-cache, max-age=3600")]
    [InlineData(null, "Cache-Control: no-store")]
    [InlineData(null, "Cache-Control: max-age=-5")]
    [InlineData(86400.0, "Cache-Control: max-age=31536000")]
    [InlineData(1800.0, "Date: Sun, 03 May 2026 12:00:00 GMT", "Expires: Sun, 03 May 2026 12:30:00 GMT")]
    [InlineData(1800.0, "Expires: Sunday, 03-May-26 12:30:00 GMT")]
    [InlineData(1800.0, "Expires: Sun May  3 12:30:00 2026")]
    [InlineData(60.0, "Cache-Control: max-age=60", "Expires: Sun, 03 May 2026 12:30:00 GMT")]
    [InlineData(null, "Expires: 0")]
    [InlineData(null, "X-Nothing: said")]
    public async Task An_answer_stays_current_as_long_as_it_says_and_at_most_a_day(
        double? seconds,
        params string[] headers)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/story", 200, ScenarioStage.Story, [ScenarioStage.Html, .. headers]);

        Assert.Equal(seconds, (await stage.FetchAsync("/story")).FreshFor?.TotalSeconds);
    }

    [Fact]
    public async Task A_sitemap_stays_current_as_a_feed_does()
    {
        await using var stage = new ScenarioStage();
        const string Sitemap =
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://example.org/a</loc></url></urlset>";
        stage.Site.On("/sitemap.xml", 200, Sitemap, "Content-Type: application/xml", "Cache-Control: max-age=3600");

        FeedResult result = await stage.FetchFeedAsync("/sitemap.xml");

        Assert.NotNull(result.Sitemap);
        Assert.Equal(TimeSpan.FromHours(1), result.FreshFor);
    }

    [Fact]
    public async Task The_options_can_turn_freshness_off()
    {
        await using var stage = new ScenarioStage();
        stage.Options = stage.Options with { MaxFreshness = TimeSpan.Zero };
        stage.Site.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html, "Cache-Control: max-age=3600");

        Assert.Null((await stage.FetchAsync("/story")).FreshFor);
    }
}
