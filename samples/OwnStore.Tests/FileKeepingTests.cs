using NewsDiff.Testing;
using Xunit;

namespace NewsDiff.Samples.OwnStore;

/// <summary>What only a file promises.</summary>
public sealed class FileKeepingTests
{
    [Fact]
    public async Task A_line_that_a_crash_cut_off_is_dropped_and_the_rest_is_there()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("versions.jsonl");
        await using (FileVersionStore store = await FileVersionStore.OpenAsync(path))
        {
            await store.AppendAsync(Draft("It is closed."), TestContext.Current.CancellationToken);
        }

        await File.AppendAllTextAsync(path, "{\"ArticleId\":\"bri", TestContext.Current.CancellationToken);
        await using (FileVersionStore store = await FileVersionStore.OpenAsync(path))
        {
            await store.AppendAsync(Draft("It is open."), TestContext.Current.CancellationToken);
        }

        await using FileVersionStore again = await FileVersionStore.OpenAsync(path);
        ArticleVersion? latest = await again.FindLatestAsync("bridge", TestContext.Current.CancellationToken);
        Assert.Equal((2, "It is open."), (latest?.Number, latest?.Article.Paragraphs[0].Text));
    }

    private static VersionDraft Draft(string text) => new()
    {
        ArticleId = "bridge",
        SeenAt = DateTimeOffset.UnixEpoch,
        Article = new Article
        {
            Url = new Uri("https://news.example/bridge"),
            Title = "Bridge",
            Paragraphs = [new Paragraph(text)],
        },
    };
}
