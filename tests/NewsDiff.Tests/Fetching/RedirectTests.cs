using System.Globalization;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Tests.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301, 308, "/ferry")]
    [InlineData(308, 301, "/ferry")]
    [InlineData(301, 302, "/newer")]
    [InlineData(302, 301, null)]
    [InlineData(303, 307, null)]
    public async Task Permanent_redirects_move_an_article_as_far_as_they_go(int first, int second, string? movedTo)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapRedirect("/old", "/newer", first)
            .MapRedirect("/newer", "ferry", second)
            .MapText("/ferry", FetchingSite.Story);

        FetchResult result = await web.FetchAsync("/old");

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Equal(web.Site.Url("/ferry"), result.Url);
        Assert.Equal(movedTo is null ? null : web.Site.Url(movedTo), result.MovedTo);
    }

    [Theory]
    [InlineData(@"http:\\HOST\ferry")]
    [InlineData("http:/HOST/ferry")]
    [InlineData("http:///HOST/ferry")]
    [InlineData("//HOST/ferry")]
    [InlineData(@"\\HOST/ferry")]
    [InlineData(@"\ferry")]
    [InlineData("http:ferry")]
    [InlineData(" /ferry ")]
    [InlineData("/fer\try")]
    [InlineData("HTTP://HOST/ferry")]
    public async Task A_location_is_read_as_browsers_read_it(string location)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        string written = location.Replace("HOST", web.Site.BaseUrl.Authority, StringComparison.Ordinal)
            .Replace("http:/127", "http:127", StringComparison.Ordinal);
        string target = location.StartsWith("http:/H", StringComparison.Ordinal)
            ? "/" + web.Site.BaseUrl.Authority + "/ferry"
            : "/ferry";
        web.Site.MapRedirect("/old", written, 302).MapText(target, FetchingSite.Story);

        Assert.Equal(web.Site.Url(target), (await web.FetchAsync("/old")).Url);
    }

    [Theory]
    [InlineData(@"http:\\10.0.0.1\a")]
    [InlineData(@"\\10.0.0.1/a")]
    [InlineData(@"/\10.0.0.1/a")]
    [InlineData("https:10.0.0.1")]
    [InlineData("http://10.0\t.0.1/")]
    [InlineData("http://example.org@10.0.0.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    public async Task A_location_inside_is_refused_however_it_is_written(string location)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapRedirect("/old", location, 302);

        Assert.Equal(FetchStatus.Refused, (await web.FetchAsync("/old")).Status);
    }

    [Fact]
    public async Task A_permanent_redirect_to_something_else_moves_nothing()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapRedirect("/old", "/empty", 301).MapText("/empty", "<html><body></body></html>");

        FetchResult result = await web.FetchAsync("/old");

        Assert.Equal(FetchStatus.NotAnArticle, result.Status);
        Assert.Null(result.MovedTo);
    }

    [Theory]
    [InlineData(10, FetchStatus.Fetched)]
    [InlineData(11, FetchStatus.Failed)]
    public async Task Ten_redirects_are_followed_and_no_more(int hops, FetchStatus expected)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        for (int i = 0; i < hops; i++)
        {
            string next = i + 1 == hops ? "/ferry" : string.Create(CultureInfo.InvariantCulture, $"/hop{i + 1}");
            web.Site.MapRedirect(string.Create(CultureInfo.InvariantCulture, $"/hop{i}"), next);
        }

        web.Site.MapText("/ferry", FetchingSite.Story);

        FetchResult result = await web.FetchAsync("/hop0");

        Assert.Equal(expected, result.Status);
    }

    [Fact]
    public async Task A_circle_is_seen_before_any_address_is_asked_twice()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapRedirect("/a", "/b").MapRedirect("/b", "/a#again");

        FetchResult result = await web.FetchAsync("/a");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Contains("circle", result.Reason, StringComparison.Ordinal);
        Assert.Single(web.Site.RequestsFor("/a"));
        Assert.Single(web.Site.RequestsFor("/b"));
    }

    [Fact]
    public async Task A_redirect_without_a_target_is_a_failure()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/a", 302);

        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/a")).Status);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/story")]
    [InlineData("gopher://127.0.0.1:6379/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost:5432/")]
    [InlineData("//10.0.0.1/")]
    public async Task A_redirect_out_of_the_public_web_is_refused(string target)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapRedirect("/a", target);

        Assert.Equal(FetchStatus.Refused, (await web.FetchAsync("/a")).Status);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_followed_where_the_options_say_so_and_not_remembered()
    {
        await using var stage = new ScenarioStage { TrustsAll = true };
        stage.Options = stage.Options with { FollowInsecureRedirects = true };
        stage.Network.Open("safe.example", isSecure: true).Redirect("/a", "http://news.example/story", 301);

        FetchResult result = await stage.FetchAsync("https://safe.example/a");

        Assert.Equal((FetchStatus.Fetched, null), (result.Status, result.MovedTo));
    }

    [Fact]
    public async Task The_robots_of_the_target_are_asked_too()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        await using LoopbackSite other = await LoopbackSite.StartAsync();
        other.MapText("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain").MapText(
            "/private/story", FetchingSite.Story);
        web.Site.MapRedirect("/a", other.Url("/private/story").AbsoluteUri);

        FetchResult result = await web.FetchAsync("/a");

        Assert.Equal(FetchStatus.DisallowedByRobots, result.Status);
        Assert.Empty(other.RequestsFor("/private/story"));
    }
}
