using NewsDiff.Fetching.Robots;

namespace NewsDiff.Tests.Fetching;

public sealed class RobotsTests
{
    [Fact]
    public async Task A_forbidden_page_is_not_asked_for_and_the_rule_is_named()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/robots.txt", "User-agent: *\nDisallow: /ferry", "text/plain")
            .MapText("/ferry", FetchingSite.Story);

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.DisallowedByRobots, result.Status);
        Assert.Contains("Disallow: /ferry", result.Reason, StringComparison.Ordinal);
        Assert.Empty(web.Site.RequestsFor("/ferry"));
    }

    [Fact]
    public async Task What_the_longest_known_sites_said_is_forgotten_when_they_are_too_many()
    {
        var clock = new ManualTimeProvider();
        var cache = new RobotsCache(clock);
        List<int> asked = [];
        foreach (int site in Enumerable.Range(0, 6000).Concat([5999, 0]))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await cache.GetAsync(
                $"https://site{site}.example",
                _ =>
                {
                    asked.Add(site);
                    return Task.FromResult(
                        new RobotsAnswer { Kind = RobotsAnswerKind.Answered, Lifetime = TimeSpan.FromHours(24) });
                },
                TestContext.Current.CancellationToken);
        }

        Assert.Equal([.. Enumerable.Range(0, 6000), 0], asked);
    }

    [Fact]
    public async Task Rules_past_the_500_KiB_that_are_read_are_not_seen()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        string filler = string.Concat(Enumerable.Repeat(new string('#', 99) + "\n", 5200));
        web.Site
            .MapText("/robots.txt", $"User-agent: *\nDisallow: /early\n{filler}Disallow: /late\n", "text/plain")
            .MapText("/early", FetchingSite.Story)
            .MapText("/late", FetchingSite.Story);

        Assert.Equal(FetchStatus.DisallowedByRobots, (await web.FetchAsync("/early")).Status);
        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/late")).Status);
    }

    [Fact]
    public async Task Rules_for_this_client_come_before_those_for_all()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site
            .MapText("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: newsdiff\nAllow: /", "text/plain")
            .MapText("/ferry", FetchingSite.Story);

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task A_site_without_rules_forbids_nothing(int code)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/robots.txt", code).MapText("/ferry", FetchingSite.Story);

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_site_whose_rules_cannot_be_read_is_left_alone(int code)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/robots.txt", code).MapText("/ferry", FetchingSite.Story);

        Assert.Equal(FetchStatus.DisallowedByRobots, (await web.FetchAsync("/ferry")).Status);
        Assert.Empty(web.Site.RequestsFor("/ferry"));
    }

    [Fact]
    public async Task A_site_that_cannot_be_reached_is_reported_as_such_and_not_as_forbidding()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        await web.Site.DisposeAsync();

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.StartsWith("127.0.0.1 could not be reached: ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_place_of_rules_forbids_nothing()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/robots.txt", FetchingSite.Story).MapText("/ferry", FetchingSite.Story);

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task Rules_are_followed_through_redirects()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site
            .MapRedirect("/robots.txt", "/r1")
            .MapRedirect("/r1", "/r2")
            .MapRedirect("/r2", "/r3")
            .MapRedirect("/r3", "/r4")
            .MapRedirect("/r4", "/r5").MapText("/r5", "User-agent: *\nDisallow: /ferry", "text/plain");

        Assert.Equal(FetchStatus.DisallowedByRobots, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task Rules_are_asked_for_once_a_day()
    {
        var clock = new ManualTimeProvider();
        await using FetchingSite web = await FetchingSite.StartAsync(clock: clock);
        web.Site.MapText("/robots.txt", "", "text/plain")
            .MapText("/ferry", FetchingSite.Story)
            .MapText("/feed", FetchingSite.Feed);

        await web.FetchAsync("/ferry");
        clock.Advance(TimeSpan.FromHours(23));
        await web.FetchFeedAsync("/feed");
        Assert.Single(web.Site.RequestsFor("/robots.txt"));

        clock.Advance(TimeSpan.FromHours(1));
        await web.FetchAsync("/ferry");
        Assert.Equal(2, web.Site.RequestsFor("/robots.txt").Count);
    }

    [Fact]
    public async Task Rules_that_could_not_be_read_are_asked_for_again_soon()
    {
        var clock = new ManualTimeProvider();
        await using FetchingSite web = await FetchingSite.StartAsync(clock: clock);
        web.Site.MapStatus("/robots.txt", 500).MapText("/ferry", FetchingSite.Story);
        await web.FetchAsync("/ferry");

        web.Site.MapText("/robots.txt", "", "text/plain");
        Assert.Equal(FetchStatus.DisallowedByRobots, (await web.FetchAsync("/ferry")).Status);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task Rules_can_be_left_out_on_a_site_of_ones_own()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(options => options with { RespectRobots = false });
        web.Site.MapText("/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
            .MapText("/ferry", FetchingSite.Story);

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
        Assert.Empty(web.Site.RequestsFor("/robots.txt"));
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_up_to_the_limit()
    {
        var clock = new ManualTimeProvider();
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { MaxCrawlDelay = TimeSpan.FromSeconds(7) }, politenessClock: clock);
        web.Site.MapText("/robots.txt", "User-agent: *\nCrawl-delay: 20", "text/plain")
            .MapText("/ferry", FetchingSite.Story);

        Task<FetchResult> fetching = web.FetchAsync("/ferry");
        await clock.WaitForTimersAsync(1, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(fetching.IsCompleted);
        Assert.Empty(web.Site.RequestsFor("/ferry"));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FetchStatus.Fetched, (await fetching).Status);
    }
}
