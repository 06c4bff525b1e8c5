using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsDiff.Tool.Tests;

public sealed partial class DemoTests(DemoRunFixture demo) : IClassFixture<DemoRunFixture>
{
    private const int Changes = 12;

    private string Output => demo.Result.Exits(0).Output;

    [Theory]
    [InlineData("8 first seen.")]
    [InlineData("[-Harbour ferry fares to rise in-]{+Ferry passengers to pay 14 per cent more from+} April")]
    [InlineData("About [-12,400-]{+21,400+} people")]
    [InlineData("Moved: was paragraph 4, is paragraph 2")]
    [InlineData("Split into 2")]
    [InlineData("[-Deputy mayor Ruth Calloway was warned twice")]
    [InlineData("same text as version 1")]
    [InlineData("vanished")]
    public void Every_kind_of_change_is_shown(string sign) => Assert.Contains(sign, Output, StringComparison.Ordinal);

    [Fact]
    public void Only_what_the_stories_say_counts_as_a_change() => Assert.Equal(Changes, ChangedLine().Count(Output));

    [Fact]
    public async Task What_changes_by_itself_on_every_page_is_no_part_of_the_text()
    {
        string versions =
            (await ToolRun.RunAsync("export", "--db", Path.Combine(demo.Folder, "newsdiff.db"))).Exits(0).Output;

        Assert.All(
            ["people are reading this", "Read next", "Most read", "comments", "Subscribe for", "served"],
            counter => Assert.DoesNotContain(counter, versions, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_open_from_the_disk()
    {
        string index = await demo.ReadAsync("index.html");
        string[] comparisons = [.. ComparisonLink().Matches(index).Select(match => match.Groups[1].Value).Distinct()];

        Assert.Equal(Changes, comparisons.Length);
        Assert.All(comparisons, link => Assert.True(File.Exists(Path.Combine(demo.Folder, link)), link));
        Assert.Contains("about 3 hours later", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feeds_have_an_entry_for_each_change()
    {
        XDocument atom = XDocument.Parse(await demo.ReadAsync("changes.atom"));
        XDocument rss = XDocument.Parse(await demo.ReadAsync("changes.rss"));

        Assert.Equal(Changes, atom.Root!.Elements().Count(element => element.Name.LocalName == "entry"));
        Assert.Equal(Changes, rss.Descendants("item").Count());
    }

    [Fact]
    public async Task The_page_of_the_article_that_is_gone_says_that_it_was_not_found()
    {
        string[] pages = await Task.WhenAll(Directory.EnumerateFiles(
            Path.Combine(demo.Folder, "articles"), "index.html", SearchOption.AllDirectories)
            .Select(path => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)));

        string gone = Assert.Single(
            pages, page => page.Contains("Not read at the last check", StringComparison.Ordinal));
        Assert.Contains("2 Mar 2026, 17:10 UTC", gone, StringComparison.Ordinal);
        Assert.Contains("404", gone, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_with_what_to_open_and_what_to_type_next()
    {
        Assert.Contains(Path.Combine(demo.Folder, "index.html"), Output, StringComparison.Ordinal);
        Assert.Contains(
            $"newsdiff serve --db {Path.Combine(demo.Folder, "newsdiff.db")}", Output, StringComparison.Ordinal);
        Assert.Contains("newsdiff add https://", Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^changed ", RegexOptions.Multiline)]
    private static partial Regex ChangedLine();

    [GeneratedRegex("href=\"(articles/[0-9a-f]+/diff-[0-9]+-[0-9]+\\.html)\"")]
    private static partial Regex ComparisonLink();
}
