using Microsoft.Playwright;

namespace NewsDiff.Pages.Tests;

/// <summary>The search of a published site, opened from a disk in a browser.</summary>
public sealed class SiteSearchTests(SearchedSite site) : IClassFixture<SearchedSite>
{
    [Theory]
    [InlineData("ferry", "<img src=x onerror=alert(1)>|Ferry")]
    [InlineData("FERRY monday", "Ferry")]
    [InlineData("late", "Ferry: text that a later version did not have")]
    [InlineData("ferry late", "Ferry: text that a later version did not have")]
    [InlineData("cancel", "Ferry")]
    [InlineData("boat ferry", "")]
    [InlineData("ærøskøbing", "Boat")]
    [InlineData("500", "Boat")]
    [InlineData("__proto__ constructor", "<img src=x onerror=alert(1)>")]
    [InlineData("πλούς αρχισε", "Ναύς")]
    [InlineData("istanbul five", "Ναύς")]
    [InlineData("東京都", "東京")]
    [InlineData("京東", "")]
    [InlineData("雨", "東京")]
    [InlineData("会", "東京")]
    [InlineData("กรุง", "東京")]
    [InlineData("…", "")]
    public async Task A_query_finds_what_a_text_says_or_once_said(string query, string expected)
    {
        IPage page = await site.SearchAsync(query);

        Assert.Equal(expected, await ReadAsync(page));
        Assert.Equal(query.Length > 1 && expected.Length == 0, await page.Locator("#nothing").IsVisibleAsync());
    }

    [Fact]
    public async Task A_form_that_is_sent_searches_and_a_result_leads_to_its_article()
    {
        IPage page = await site.SearchAsync("");
        Assert.Equal("", await ReadAsync(page));

        await page.FillAsync("#q", "cancelled");
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync("ol.changes a");

        Assert.Contains("Ferry", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Contains("/articles/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_results_the_newest_are_shown_and_all_are_counted()
    {
        IPage page = await site.SearchAsync("tide");

        Assert.Equal("100 of 120", await page.InnerTextAsync("#tally"));
        Assert.Equal(100, (await ReadAsync(page)).Split('|').Length);
    }

    [Fact]
    public async Task Results_are_accessible()
    {
        IPage page = await site.SearchAsync("ferry");

        (string[] violations, int passes) = await (await Accessibility.LoadAsync(page)).RunAsync();

        Assert.Empty(violations);
        Assert.True(passes > 10);
    }

    [Fact]
    public async Task No_other_script_runs_on_the_page()
    {
        IPage page = await site.SearchAsync("");

        await Assert.ThrowsAsync<PlaywrightException>(() => page.AddScriptTagAsync(new() { Content = "window.x = 1" }));
    }

    private static async Task<string> ReadAsync(IPage page)
    {
        List<string> found = [];
        foreach (ILocator hit in await page.Locator("ol.changes > li").AllAsync())
        {
            string title = await hit.Locator("h2").InnerTextAsync();
            ILocator note = hit.Locator("p.quiet");
            found.Add(await note.CountAsync() == 0 ? title : $"{title}: {await note.InnerTextAsync()}");
        }

        return string.Join('|', found);
    }
}
