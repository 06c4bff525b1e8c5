namespace NewsDiff.Tool.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Texts_that_say_the_same_exit_with_0()
    {
        string one = _folder.Write("one.txt", "The same words.\n\nTwice.");
        string two = _folder.Write("two.txt", "The same words.\r\n\r\nTwice.\r\n");

        (await ToolRun.RunAsync("diff", one, two)).Exits(0);
    }

    [Fact]
    public async Task Texts_that_differ_exit_with_1_and_show_only_the_words_that_changed()
    {
        ToolResult result = await DiffAsync();

        Assert.Contains("The assault is {+highly+} unusual.", result.Exits(1).Output, StringComparison.Ordinal);
        Assert.Contains("1 paragraph unchanged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_that_changes_alone_is_shown_though_the_title_of_the_page_stays()
    {
        string page = NewsPages.Article("Library to stay open longer");
        string one = _folder.Write("one.html", page);
        string two = _folder.Write(
            "two.html",
            page.Replace(
                "<h1>Library to stay open longer",
                "<h1>Readers win their evening at the shelves",
                StringComparison.Ordinal));

        ToolResult result = await ToolRun.RunAsync("diff", one, two);

        Assert.Contains("Readers win their evening", result.Exits(1).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Town News", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_has_no_title_row()
    {
        ToolResult result = await DiffAsync();

        Assert.DoesNotContain("\n\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "<table")]
    [InlineData("inline-html", "<ins")]
    [InlineData("json", "{\"")]
    [InlineData("unified", "+The assault is highly unusual.")]
    [InlineData("markdown", "**highly**")]
    public async Task Every_format_is_written(string format, string sign)
    {
        ToolResult result = await DiffAsync("--format", format);

        Assert.Contains(sign, result.Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_is_a_whole_page()
    {
        ToolResult result = await DiffAsync("--format", "html");

        Assert.StartsWith("<!DOCTYPE html>", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_line()
    {
        ToolResult result = await DiffAsync("--json");

        Assert.True(Assert.Single(result.JsonLines()).GetProperty("hasChanges").GetBoolean());
    }

    [Fact]
    public async Task Pages_are_known_by_their_content_and_compared_by_their_articles()
    {
        string before = _folder.Write("before", NewsPages.Article("Library to stay open longer"));
        string after = _folder.Write("after", NewsPages.Article("Library to stay open later")
            .Replace("Home", "Start page", StringComparison.Ordinal));

        ToolResult result = await ToolRun.RunAsync("diff", before, after);

        Assert.Contains("Library to stay open [-longer-]{+later+}", result.Exits(1).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Start page", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dash_reads_stdin()
    {
        string before = _folder.Write("before.txt", "One word.");

        ToolResult result = await new ToolRun { Input = "One new word." }.WithAsync("diff", before, "-");

        Assert.Contains("One {+new+} word.", result.Exits(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stdin_cannot_be_both_sides()
    {
        ToolResult result = await ToolRun.RunAsync("diff", "-", "-");

        Assert.Contains("only one of OLD and NEW", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_local_file_does_not_tell_its_folder()
    {
        ToolResult result = await DiffAsync("--json");

        Assert.DoesNotContain(Path.GetDirectoryName(_folder.File("x"))!, result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ToolResult> DiffAsync(params string[] options)
    {
        string before = _folder.Write("before.txt", "It began on Friday.\n\nThe assault is unusual.");
        string after = _folder.Write("after.txt", "It began on Friday.\n\nThe assault is highly unusual.");
        return ToolRun.RunAsync(["diff", before, after, .. options]);
    }
}
