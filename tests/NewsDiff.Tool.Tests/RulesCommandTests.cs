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

    [Fact]
    public async Task Site_configs_become_rules_that_can_be_tried()
    {
        _folder.Write(".example.org.txt", "title: //h1\nhttp_header(cookie): a=b\ntidy: no\n");
        _folder.Write("LICENSE.txt", "Free.");
        _folder.Write("notes.md", "Not read.");
        File.CreateSymbolicLink(_folder.File("gone.example.txt"), "nowhere");
        string rules = _folder.File("rules.json");

        ToolResult import = await ToolRun.RunAsync("rules", "import", _folder.File(""), "--output", rules);
        ToolResult tried = await ToolRun.RunAsync("rules", rules, Page, "--url", Url);

        Assert.Empty(import.Exits(0).Output);
        Assert.Equal(
            [
                ".example.org.txt, line 2: 'http_header' is refused: a rule sends no headers, no cookies and no other "
                    + "name of a browser.",
                ".example.org.txt, line 3: 'tidy: no' is ignored, because it makes no difference to the text.",
                "LICENSE.txt: the file is left out, because its name is not that of a host, as in 'example.com.txt'.",
                "Files: 2; rules: 1; lines and files left out: 3.",
            ],
            import.Error.TrimEnd().Split('\n'));
        Assert.StartsWith(
            "The rule of .example.org:\n\ntitle: h1 matches 1 element\n", tried.Exits(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_site_config_goes_to_stdout_and_its_report_is_read_by_machines()
    {
        string file = _folder.Write("example.org.txt", "body: //div[@id='a']\nbody: //p[count(b)=1]\n");

        ToolResult import = await ToolRun.RunAsync("rules", "import", file, "--json");

        Assert.Equal("{\n  \"example.org\": {\n    \"body\": \"div#a\"\n  }\n}\n", import.Exits(0).Output);
        Assert.StartsWith(
            """{"host":"example.org","line":2,"directive":"body","reason":"example.org.txt, line 2: """, import.Error,
            StringComparison.Ordinal);
        Assert.Single(import.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_cannot_be_imported_is_one_line()
    {
        string file = _folder.Write("example.org.txt", "body: //p\n");

        string empty = Directory.CreateDirectory(_folder.File("empty")).FullName;

        Assert.Contains(
            "there is no .txt file in", (await ToolRun.RunAsync("rules", "import", empty)).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "there is no file", (await ToolRun.RunAsync("rules", "import", _folder.File("none.txt"))).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot be written",
            (await ToolRun.RunAsync("rules", "import", file, "-o", _folder.File("no/folder/rules.json")))
                .Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "'newsdiff rules import --help'", (await ToolRun.RunAsync("rules", "import")).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "'c' is one argument too many",
            (await ToolRun.RunAsync("rules", "a", "b", "c", "--url", Url)).Exits(2).Error,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
