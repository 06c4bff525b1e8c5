namespace NewsDiff.Tool.Tests;

public sealed class RulesCommandTests : IDisposable
{
    private const string Url = "https://news.example.org/library";

    private readonly TemporaryFolder _folder = new();

    private string Page => _folder.Write("page.html", NewsPages.Article("Library to stay open longer"));

    [Fact]
    public async Task Trying_a_rule_shows_what_each_selector_matches()
    {
        string rules = _folder.Write("rules.json", """{"example.org": {"title": "h1", "remove": ".gone"}}""");

        ToolResult result = await ToolRun.RunAsync("rules", rules, Page, "--url", Url);

        Assert.Equal(
            "The rule of example.org:\n\ntitle: h1 matches 1 element\n  Library to stay open longer\n\nremove: .gone "
            + "matches nothing\n",
            result.Exits(0).Output);
    }

    [Fact]
    public async Task A_page_is_extracted_by_the_rules_that_are_given()
    {
        string rules = _folder.Write("rules.json", """{"example.org": {"remove": "p:first-of-type"}}""");

        ToolResult result = await ToolRun.RunAsync("extract", Page, "--url", Url, "--rules", rules);

        Assert.Contains(NewsPages.Second, result.Exits(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(NewsPages.First, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_rule_is_refused_with_its_place()
    {
        string rules = _folder.Write("rules.json", """{"example.org": {"body": "p["}}""");

        ToolResult result = await ToolRun.RunAsync("extract", Page, "--rules", rules);

        Assert.Contains(
            "'example.org', field 'body', selector 'p[', line 1, column 26",
            result.Exits(2).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_a_rule_is_named()
    {
        string rules = _folder.Write("rules.json", """{"example.com": {"body": "p"}}""");

        ToolResult result = await ToolRun.RunAsync("rules", rules, Page, "--url", Url);

        Assert.Contains(
            "no rule for the host name 'news.example.org'", result.Exits(2).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
