using NewsDiff.Feeds;

namespace NewsDiff.Tool.Tests;

/// <summary>The site as files.</summary>
public sealed class SiteCommandTests(DemoRunFixture demo) : IClassFixture<DemoRunFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(demo.Folder, "newsdiff.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_run_writes_only_what_changed_and_removes_what_is_no_page()
    {
        string site = _folder.File("site");
        string first = (await WriteAsync(site)).Exits(0).Output;
        string feeds = Path.Combine(site, "feeds.html");
        string page = await File.ReadAllTextAsync(feeds, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(feeds, "Old", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site, "old.html"), "Old", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(site, "mine.html"), "Mine", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(
            Path.Combine(site, ".newsdiff-site"), "old.html\n../mine.html\n", TestContext.Current.CancellationToken);

        string second = (await WriteAsync(site)).Exits(0).Output;

        Assert.DoesNotContain(" 0 of them new", first, StringComparison.Ordinal);
        Assert.Contains(", 1 of them new or changed; 1 removed.", second, StringComparison.Ordinal);
        Assert.Equal(page, await File.ReadAllTextAsync(feeds, TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(site, "mine.html")));
        Assert.False(File.Exists(Path.Combine(site, "old.html")));
    }

    [Fact]
    public async Task Every_link_leads_to_a_file_and_every_page_states_the_policy()
    {
        string site = _folder.File("site");
        (await WriteAsync(site)).Exits(0);
        foreach (string file in Directory.GetFiles(site, "*.html", SearchOption.AllDirectories))
        {
            string page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.Contains("<meta http-equiv=\"Content-Security-Policy\"", page, StringComparison.Ordinal);
            IEnumerable<string> links = page.Split("href=\"").Skip(1)
                .Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)])
                .Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#'));
            Assert.All(links, link => Assert.True(
                File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), $"{file}: {link}"));
        }
    }

    [Fact]
    public async Task Feeds_link_to_the_files_at_the_public_address()
    {
        string site = _folder.File("site");
        (await WriteAsync(site, "--public-url", "https://changes.example/news")).Exits(0);
        string feed = await File.ReadAllTextAsync(
            Path.Combine(site, "changes.atom"), TestContext.Current.CancellationToken);

        Assert.Contains("href=\"https://changes.example/news/changes.atom\"", feed, StringComparison.Ordinal);
        Assert.Matches("href=\"https://changes.example/news/articles/[0-9a-f]+/diff-1-2.html\"", feed);
        Assert.DoesNotContain("127.0.0.1", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitemap_lists_the_pages_at_the_public_address()
    {
        string site = _folder.File("site");
        (await WriteAsync(site, "--public-url", "https://changes.example/news")).Exits(0);
        await using FileStream file = File.OpenRead(Path.Combine(site, "sitemap.xml"));
        var map = new SitemapReader(file, new Uri("https://changes.example/news/sitemap.xml"));

        List<SitemapEntry> entries = await map.ReadAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains(entries, entry => entry.Url.AbsolutePath == "/news/index.html");
        Assert.Contains(entries, entry => entry.Url.AbsolutePath.EndsWith("/diff-1-2.html", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Url.AbsolutePath.Contains("version", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.True(
            File.Exists(Path.Combine(site, entry.Url.AbsolutePath["/news/".Length..])), entry.Url.AbsolutePath));
        Assert.All(entries, entry => Assert.NotNull(entry.ModifiedAt));
    }

    [Fact]
    public async Task Without_an_address_there_is_no_sitemap()
    {
        string site = _folder.File("site");
        (await WriteAsync(site)).Exits(0);

        Assert.False(File.Exists(Path.Combine(site, "sitemap.xml")));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_left_alone()
    {
        string letter = _folder.Write("letter.txt", "Dear reader");

        ToolResult refused = await WriteAsync(Path.GetDirectoryName(letter)!);

        Assert.Contains("has files that are not the site's", refused.Exits(2).Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> WriteAsync(string folder, params string[] rest) =>
        ToolRun.RunAsync(["site", folder, "--db", Database, .. rest]);
}
