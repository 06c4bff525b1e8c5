namespace NewsDiff.Archives.Tests;

public sealed class ReadAgainTests : IDisposable
{
    private static readonly Uri Story = new("https://news.example/story");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_kept_page_of_a_version_is_read_again()
    {
        await using IPageArchive archive = await PageArchives.AppendAsync(_folder.File("pages"), Stop);
        Capture page = Captures.Page(Story, 1, "Flood in the valley");
        await archive.KeepAsync(page, Stop);

        ArticleVersion version = Version(PageHash.Compute(page.Body.Span));
        Article? read = await archive.ReadAgainAsync(version, cancellationToken: Stop);

        Assert.Equal("Flood in the valley", read?.Title);
        Assert.Equal(5, read!.Paragraphs.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task A_page_that_is_not_kept_is_nothing(string? hash)
    {
        await using IPageArchive archive = await PageArchives.AppendAsync(_folder.File("pages"), Stop);
        await archive.KeepAsync(Captures.Page(Story, 1, "Flood"), Stop);

        Assert.Null(await archive.ReadAgainAsync(Version(hash), cancellationToken: Stop));
    }

    private static ArticleVersion Version(string? hash) => new()
    {
        ArticleId = "flood",
        Number = 1,
        SeenAt = Captures.Start,
        Article = new Article { Url = Story, Title = "Flood" },
        ContentHash = "",
        PageHash = hash,
    };
}
