using System.Text;
using NewsDiff.Pages.Publishing;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>A site as files, for a folder or for any other place.</summary>
public sealed class SitePublisherTests : IDisposable
{
    private static readonly Uri Address = new("https://changes.example/news/");

    private readonly InMemoryVersionStore _store = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Pictures _pictures = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PageSource Pages => new(_store, _store, _store);

    private string Site => _folder.File("site");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_comparison_names_its_picture_which_is_drawn_once()
    {
        string id = await AddAsync("one", "two", "three");
        PublishedSite first = await PublishAsync();
        int drawn = _pictures.Drawn;

        PublishedSite second = await PublishAsync();
        await AppendAsync(id, "four", 3);
        PublishedSite third = await PublishAsync();

        Assert.Equal(first.Files, first.Changed);
        Assert.Equal((first.Files, 0, 0), (second.Files, second.Changed, second.Removed));
        Assert.Equal(3, drawn);
        Assert.Equal(5, _pictures.Drawn);
        Assert.True(third.Changed < third.Files);
        foreach ((int before, int after) in new[] { (1, 2), (2, 3), (3, 4), (1, 4) })
        {
            string name = FolderPageLinks.GetFile(PageAddress.Card(id, before, after));
            string page = await ReadAsync(FolderPageLinks.GetFile(PageAddress.Comparison(id, before, after)));
            Assert.Contains($"content=\"{Address}{name}\"", page, StringComparison.Ordinal);
            Assert.Equal($"{before} → {after} in en", await ReadAsync(name));
        }

        Assert.False(File.Exists(Path.Combine(Site, FolderPageLinks.GetFile(PageAddress.Card(id, 1, 3)))));
    }

    [Fact]
    public async Task The_picture_of_a_text_that_was_taken_down_goes_with_its_page()
    {
        string id = await AddAsync("one", "two", "three");
        await PublishAsync();
        await _store.HideAsync(
            new VersionQuery { ArticleId = id, FromNumber = 2, ToNumber = 2 }, "Private.", "Ann", Drafts.Noon, Stop);

        PublishedSite again = await PublishAsync();

        Assert.True(again.Removed >= 4);
        Assert.False(File.Exists(Path.Combine(Site, FolderPageLinks.GetFile(PageAddress.Card(id, 1, 2)))));
        Assert.False(File.Exists(Path.Combine(Site, FolderPageLinks.GetFile(PageAddress.Comparison(id, 1, 2)))));
        Assert.DoesNotContain(
            "two",
            string.Concat(Directory.EnumerateFiles(Site, "*", SearchOption.AllDirectories).Select(File.ReadAllText)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_public_address_no_page_could_name_a_picture_and_none_is_drawn()
    {
        await AddAsync("one", "two");

        List<SiteFile> files = await new SitePublisher(Pages, new PageOptions { Pictures = _pictures })
            .MakeFilesAsync(Stop).ToListAsync(Stop);

        Assert.DoesNotContain(files, static file => file.Name.EndsWith(".png", StringComparison.Ordinal));
        Assert.DoesNotContain(files, static file => file.Name == "sitemap.xml");
    }

    [Fact]
    public async Task All_names_differ_and_every_link_leads_to_a_file_even_with_the_options_of_a_server()
    {
        await AddAsync("one", "two", "three");
        await AddAsync("apple");
        var options = new PageOptions
        {
            IsServed = true,
            HasSearch = true,
            IsManaged = true,
            LinkStyles = true,
            PublicUrl = Address,
        };

        List<SiteFile> files = await new SitePublisher(Pages, options).MakeFilesAsync(Stop).ToListAsync(Stop);

        HashSet<string> names = files.Select(static file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(files.Count, names.Count);
        foreach (SiteFile file in files.Where(static file => file.Name.EndsWith(".html", StringComparison.Ordinal)))
        {
            string page = Encoding.UTF8.GetString(file.GetContent().Span);
            IEnumerable<string> links = page.Split("href=\"").Skip(1)
                .Select(static part => part[..part.IndexOf('"', StringComparison.Ordinal)])
                .Where(static link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#'));
            Assert.All(links, link => Assert.Contains(
                new Uri(new Uri(Address, file.Name), link).AbsolutePath["/news/".Length..], names));
        }
    }

    [Fact]
    public async Task A_folder_with_files_of_somebody_else_is_refused_and_left_alone()
    {
        await AddAsync("one", "two");
        string letter = _folder.File("letter.txt");
        await File.WriteAllTextAsync(letter, "Dear reader", Stop);

        IOException refused = await Assert.ThrowsAsync<IOException>(
            () => new SitePublisher(Pages).PublishAsync(Path.GetDirectoryName(letter)!, Stop));

        Assert.Contains("has files that are not the site's", refused.Message, StringComparison.Ordinal);
        Assert.Equal([letter], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(letter)!));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 3)]
    public void A_sitemap_that_would_be_too_long_has_parts(int pages, int files)
    {
        var map = new SitemapFiles(new Uri("https://changes.example/"));
        for (int i = 0; i < pages; i++)
        {
            map.Add($"articles/{i}/index.html", DateTimeOffset.UnixEpoch);
        }

        (string Name, string Text)[] written = [.. map.Write()];

        Assert.Equal(files, written.Length);
        Assert.Equal("sitemap.xml", written[^1].Name);
        Assert.Equal(pages, written.Sum(static file => file.Text.Split("<url>").Length - 1));
    }

    private async Task<string> AddAsync(params string[] texts)
    {
        var url = new Uri($"https://news.example/{Guid.NewGuid():N}");
        TrackedArticle article = await _store.RegisterAsync(
            new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = Drafts.Noon }, Stop);
        for (int i = 0; i < texts.Length; i++)
        {
            await AppendAsync(article.Id, texts[i], i);
        }

        return article.Id;
    }

    private Task<AppendResult> AppendAsync(string id, string text, int minutes) => _store.AppendAsync(
        Drafts.Of(id, text, seenAt: Drafts.Noon.AddMinutes(minutes), url: $"https://news.example/{id}"), Stop).AsTask();

    private Task<PublishedSite> PublishAsync() =>
        new SitePublisher(Pages, new PageOptions { PublicUrl = Address, Pictures = _pictures })
            .PublishAsync(Site, Stop);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(Site, name), Stop);

    private sealed class Pictures : IChangePictures
    {
        internal int Drawn { get; private set; }

        public int Width => 1200;

        public int Height => 630;

        public string Describe(ArticleChange change, string language) => "The change.";

        public ReadOnlyMemory<byte> Draw(ArticleChange change, string language)
        {
            Drawn++;
            return Encoding.UTF8.GetBytes($"{change.Before.Number} → {change.After.Number} in {language}");
        }
    }
}
