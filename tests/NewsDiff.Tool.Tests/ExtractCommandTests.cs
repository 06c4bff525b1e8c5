using System.Text;

namespace NewsDiff.Tool.Tests;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_file_is_shown_as_text()
    {
        string page = _folder.Write("page.html", NewsPages.Article("Library to stay open longer"));

        ToolResult result = await ToolRun.RunAsync("extract", page);

        Assert.Equal(
            $"Library to stay open longer\n\n{NewsPages.First}\n\n{NewsPages.Second}\n\n{NewsPages.Third}\n",
            result.Exits(0).Output);
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>", "utf-8")]
    [InlineData("<meta charset=utf-8>", "windows-1251")]
    [InlineData("", "windows-1251")]
    [InlineData("", "utf-16")]
    public async Task A_file_is_decoded_by_what_its_bytes_prove(string head, string charset)
    {
        const string Title = "Библиотека будет открыта дольше по вечерам";
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        string html = NewsPages.Article(Title).Replace("<meta charset=\"utf-8\">", head, StringComparison.Ordinal);
        string file = _folder.File("page.html");
        await File.WriteAllBytesAsync(file, encoding.GetBytes(html), TestContext.Current.CancellationToken);

        ToolResult result = await ToolRun.RunAsync("extract", file);

        Assert.StartsWith(Title + "\n", result.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headline_is_shown_and_not_the_title_of_the_page()
    {
        string page = _folder.Write("page.html", NewsPages.Article("Library to stay open longer")
            .Replace(
                "<title>Library to stay open longer",
                "<title>Council debates its library until the morning",
                StringComparison.Ordinal));

        ToolResult result = await ToolRun.RunAsync("extract", page);

        Assert.StartsWith("Library to stay open longer\n", result.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_address_that_was_given()
    {
        var run = new ToolRun { Input = NewsPages.Article("Library to stay open longer") };

        ToolResult result = await run.WithAsync(
            "extract", "-", "--url", "https://news.example.org/library", "--format", "json");

        Assert.Equal("https://news.example.org/library", result.Exits(0).JsonLines()[0].GetProperty("url").GetString());
        Assert.Equal(3, result.JsonLines()[0].GetProperty("paragraphs").GetArrayLength());
    }

    [Fact]
    public async Task An_address_is_fetched()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult result = await ToolRun.RunAsync(
            "extract", followed.Site.Url("library").AbsoluteUri, "--allow-private", followed.Site.BaseUrl.Authority,
            "--gap", "0.001s");

        Assert.StartsWith("Library to stay open longer\n", result.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_is_allowed()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult result = await ToolRun.RunAsync("extract", followed.Site.Url("library").AbsoluteUri);

        Assert.Contains(
            $"--allow-private {followed.Site.BaseUrl.Authority}", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Empty(followed.Site.Requests);
    }

    [Fact]
    public async Task A_headline_cannot_write_to_the_terminal()
    {
        string page = _folder.Write("page.html", NewsPages.Article("Library &#x9b;31m open \u202Elonger"));

        ToolResult result = await ToolRun.RunAsync("extract", page);

        Assert.DoesNotContain('\u009B', result.Exits(0).Output);
        Assert.DoesNotContain('\u202E', result.Output);
    }

    public void Dispose() => _folder.Dispose();
}
