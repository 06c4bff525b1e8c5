using System.Collections.Immutable;
using NewsDiff.Pages;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Tests;

/// <summary>The list of what happened, page by page.</summary>
public sealed class NewsListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Every_entry_is_on_one_page_although_many_happened_at_once_and_more_happen_meanwhile(int limit)
    {
        await using NewsStore store = await Databases.OpenAsync(new DatabaseAccess(_folder.File("news.db")), Stop);
        for (int i = 0; i < 40; i++)
        {
            // Groups of 13 changes in the same millisecond.
            DateTimeOffset at = Drafts.Noon.AddSeconds(i / 13);
            await AppendAsync(store, $"a{i}", at);
        }

        await store.Care.HideAsync(
            new VersionQuery { ArticleId = "a20", FromNumber = 1, ToNumber = 1 }, "A court ordered it.", "Ann",
            Drafts.Noon.AddSeconds(1), Stop);

        List<string> seen = [];
        NewsPlace? before = null;
        do
        {
            (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
                await new NewsList(store).ReadAsync(before, limit, Stop);
            Assert.InRange(entries.Length, 1, limit);
            seen.AddRange(entries.Select(Name));
            before = older is { } place ? NewsPlace.Parse(place.ToString()) : null;
            await AppendAsync(store, $"later{seen.Count}", Drafts.Noon.AddHours(1));
        }
        while (before is not null);

        string[] expected = [.. Enumerable.Range(0, 40).Where(i => i != 20).Select(i => $"a{i}"), "Hidden a20"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static string Name(ChangeEntry entry) =>
        entry.Change?.ArticleId ?? $"{entry.Notice!.Event.Kind} {entry.Notice.Event.ArticleId}";

    private static async Task AppendAsync(NewsStore store, string articleId, DateTimeOffset at)
    {
        await store.Versions.AppendAsync(Drafts.Of(articleId, "one", seenAt: at), Stop);
        await store.Versions.AppendAsync(Drafts.Of(articleId, $"two of {articleId}", seenAt: at), Stop);
    }
}
