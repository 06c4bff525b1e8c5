using System.Text.Json;

namespace NewsDiff.Tool.Tests;

public sealed class FetchCommandTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Weir is mended</title></head><body><main><article>
        <h1>Weir is mended</h1>
        <p>The weir above the mill was mended on Thursday, two years after the flood that had carried half of it away.</p>
        <p>The millers' guild paid for the timber, and the work was done by the same family that built the first weir.</p>
        <p>Boats may pass again from Sunday, when the lock keeper returns from the coast, where he has spent the winter.</p>
        </article></main></body></html>
        """;

    [Fact]
    public async Task A_fetch_is_explained_hop_by_hop()
    {
        await using LoopbackSite site = await StartAsync();

        ToolResult result = await RunAsync(site, "fetch", "--explain", site.Url("/old").AbsoluteUri);

        string output = result.Exits(0).Output;
        Assert.Contains($"{site.Url("/old")}\n  robots.txt  No rule", output, StringComparison.Ordinal);
        Assert.Contains("  answer      301\n  redirect    /weir\n", output, StringComparison.Ordinal);
        Assert.Contains("'Allow: /weir'", output, StringComparison.Ordinal);
        Assert.Contains("  received    ETag \"w1\"\n", output, StringComparison.Ordinal);
        Assert.Contains($"  moved to    {site.Url("/weir")}\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "  encoding    UTF-8: the Content-Type header says so\n", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "  read as     Article, 3 paragraphs\nFetched: Weir is mended\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fetch_that_robots_forbid_names_the_rule_and_fails()
    {
        await using LoopbackSite site = await StartAsync();

        ToolResult result = await RunAsync(site, "fetch", "--json", site.Url("/private/1").AbsoluteUri);

        JsonElement line = result.Exits(2).JsonLines()[0];
        Assert.Equal("DisallowedByRobots", line.GetProperty("status").GetString());
        Assert.Equal(
            "Disallow: /private", line.GetProperty("hops")[0].GetProperty("robots").GetProperty("rule").GetString());
        Assert.Empty(site.RequestsFor("/private/1"));
    }

    [Fact]
    public async Task What_is_refused_says_how_to_allow_it()
    {
        await using LoopbackSite site = await StartAsync();

        ToolResult result = await ToolRun.RunAsync("fetch", site.Url("/weir").AbsoluteUri);

        Assert.StartsWith("Refused: ", result.Exits(2).Output, StringComparison.Ordinal);
        Assert.Contains($"--allow-private {site.BaseUrl.Authority}", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("extract")]
    [InlineData("url", "--fetch")]
    [InlineData("add", "--db", "never-made.db")]
    [InlineData("add", "--db", "never-made.db", "--record", "never-made")]
    public async Task Allowed_can_be_the_host_that_was_refused_not_the_one_that_was_typed(params string[] command)
    {
        await using LoopbackSite site = await StartAsync();
        await using LoopbackSite inner = await StartAsync();
        site.MapRedirect("/in", inner.Url("/weir").AbsoluteUri);

        ToolResult result = await RunAsync(site, [.. command, site.Url("/in").AbsoluteUri]);

        Assert.Contains($"--allow-private {inner.BaseUrl.Authority}.", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("extract")]
    [InlineData("add", "--db", "never-made.db")]
    public async Task What_no_option_allows_comes_without_advice(params string[] command)
    {
        await using LoopbackSite site = await StartAsync();
        site.MapRedirect("/mail", "mailto:editor@news.example");

        ToolResult result = await RunAsync(site, [.. command, site.Url("/mail").AbsoluteUri]);

        Assert.Contains(
            "not an http or https address", result.Exits(2).Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--allow-private", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_explanation_only_the_result_is_shown()
    {
        await using LoopbackSite site = await StartAsync();

        Assert.Equal(
            "Fetched: Weir is mended\n",
            (await RunAsync(site, "fetch", site.Url("/weir").AbsoluteUri)).Exits(0).Output);
    }

    [Theory]
    [InlineData("NewsDiff", "Forbidden for NewsDiff: ")]
    [InlineData("FriendBot", "Allowed for FriendBot: ")]
    public async Task Robots_are_asked_for_any_agent(string agent, string expected)
    {
        await using LoopbackSite site = await StartAsync();

        ToolResult result = await ToolRun.RunAsync(
            "robots", site.Url("/private/1").AbsoluteUri, "--agent", agent, "--allow-private", "127.0.0.1");

        Assert.StartsWith(expected, result.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains($"robots.txt  {site.Url("/robots.txt")}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sites_learn_whom_to_contact()
    {
        await using LoopbackSite site = await StartAsync();

        await RunAsync(site, "fetch", site.Url("/weir").AbsoluteUri, "--contact", "https://example.org/bot");
        ToolResult bad = await RunAsync(site, "fetch", site.Url("/weir").AbsoluteUri, "--contact", "Zoë");

        Assert.All(
            site.Requests,
            request => Assert.EndsWith(
                "(+https://example.org/bot)", request.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.Contains("ASCII", bad.Exits(2).Error, StringComparison.Ordinal);
    }

    private static Task<ToolResult> RunAsync(LoopbackSite site, params string[] args) =>
        ToolRun.RunAsync([.. args, "--allow-private", site.BaseUrl.Authority, "--gap", "0.001"]);

    private static async Task<LoopbackSite> StartAsync()
    {
        LoopbackSite site = await LoopbackSite.StartAsync();
        return site
            .MapText(
                "/robots.txt",
                "User-agent: *\nDisallow: /private\nAllow: /weir\n\nUser-agent: FriendBot\nCrawl-delay: 3\n",
                "text/plain")
            .MapRedirect("/old", "/weir", 301)
            .Map("/weir", async context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.ETag = "\"w1\"";
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Page));
            });
    }
}
