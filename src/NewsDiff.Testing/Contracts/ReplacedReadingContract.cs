using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVersionCare"/> must do when kept pages are read again.</summary>
public abstract class ReplacedReadingContract : StoreContract<ITrackerStore>
{
    [Fact]
    public async Task A_reading_replaces_what_a_version_says_and_leaves_the_rest_of_it()
    {
        ITrackerStore store = await FillAsync(3);
        ArticleVersion[] before = [.. await ReadAsync(store)];

        Assert.True(await ReplaceAsync(store, Reading(before[1], "read anew")));

        ArticleVersion[] after = [.. await ReadAsync(store)];
        Assert.Equal(before.Length, after.Length);
        ArticleVersion now = after[1];
        Assert.Equal("read anew", now.Article.Paragraphs[0].Text);
        Assert.Equal("The Author", now.Article.Authors[0]);
        Assert.Equal((7, "main"), (now.ExtractorVersion, now.Container));
        Assert.Equal(ContentHash.Compute(now.Article), now.ContentHash);
        Assert.Equal(
            (before[1].Number, before[1].SeenAt, before[1].PageHash, before[1].Doubt, before[1].Article.Url),
            (now.Number, now.SeenAt, now.PageHash, now.Doubt, now.Article.Url));
        Assert.Equal(Text(1), after[0].Article.Paragraphs[0].Text);
        Assert.Equal(Text(3), after[2].Article.Paragraphs[0].Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(40)]
    public async Task Every_other_version_of_a_long_history_still_reads_as_before(int number)
    {
        ITrackerStore store = await FillAsync(40);
        List<ArticleVersion> before = await ReadAsync(store);

        Assert.True(await ReplaceAsync(store, Reading(before[number - 1], Text(1000))));

        List<ArticleVersion> after = await ReadAsync(store);
        Assert.Equal(
            before.Select(version => version.Number == number ? Text(1000) : version.Article.Paragraphs[0].Text),
            after.Select(version => version.Article.Paragraphs[0].Text));
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
        await store.AppendAsync(Drafts.Of("a", Text(41)), Token);
        Assert.Equal(Text(41), (await store.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
    }

    [Fact]
    public async Task All_versions_of_a_history_are_replaced_at_once()
    {
        ITrackerStore store = await FillAsync(40);
        List<ArticleVersion> before = await ReadAsync(store);

        Assert.True(await ReplaceAsync(
            store, [.. before.Select(version => Reading(version, Text(version.Number + 1000)))]));

        Assert.Equal(
            before.Select(version => Text(version.Number + 1000)),
            (await ReadAsync(store)).Select(version => version.Article.Paragraphs[0].Text));
        Assert.Equal(39, await store.ReadChangesAsync(new VersionQuery(), Token).CountAsync(Token));
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
    }

    [Fact]
    public async Task There_is_no_event()
    {
        ITrackerStore store = await FillAsync(3);
        await SettleAsync(store);
        List<ArticleEvent> before = await ListAsync(store.ReadEventsAsync(new EventQuery(), Token));

        Assert.True(await ReplaceAsync(store, Reading((await ReadAsync(store))[2], "read anew")));

        await SettleAsync(store);
        Assert.Equal(before.Count, await store.ReadEventsAsync(new EventQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task Nothing_is_replaced_when_one_of_the_versions_is_not_what_was_read_again()
    {
        ITrackerStore store = await FillAsync(5);
        List<ArticleVersion> before = await ReadAsync(store);
        ArticleVersion first = Reading(before[0], "read anew");
        await Care(store).HideAsync(
            new VersionQuery { ArticleId = "a", FromNumber = 5 }, "A court ordered it.", "Ann", Noon, Token);

        Assert.False(await ReplaceAsync(store, first, Reading(before[1], "other") with { PageHash = "bad" }));
        Assert.False(await ReplaceAsync(store, first, Reading(before[1], "other") with { Number = 9 }));
        Assert.False(await ReplaceAsync(store, first, Reading(before[1], "other") with { ExtractorVersion = 0 }));
        Assert.False(await ReplaceAsync(store, first, Reading(before[4], "other")));
        Assert.False(await ReplaceAsync(store, first, Reading(before[1], Text(5))));
        Assert.False(await ReplaceAsync(store, first with { ArticleId = "b" }));

        Assert.Equal(
            before.Take(4).Select(version => version.ContentHash),
            (await ReadAsync(store)).Take(4).Select(version => version.ContentHash));
    }

    [Fact]
    public async Task Two_readings_of_one_version_or_of_two_articles_are_refused()
    {
        ITrackerStore store = await FillAsync(1);
        ArticleVersion reading = Reading((await ReadAsync(store))[0], "read anew");

        await Assert.ThrowsAsync<ArgumentException>(() => ReplaceAsync(store, reading, reading));
        await Assert.ThrowsAsync<ArgumentException>(
            () => ReplaceAsync(store, reading, reading with { ArticleId = "b", Number = 2 }));
    }

    [Fact]
    public async Task A_reading_is_not_replaced_by_the_same_extractor_again()
    {
        ITrackerStore store = await FillAsync(1);
        Assert.True(await ReplaceAsync(store, Reading((await ReadAsync(store))[0], "read anew")));

        Assert.False(await ReplaceAsync(store, Reading((await ReadAsync(store))[0], "once more")));
    }

    [Fact]
    public async Task A_search_finds_what_is_read_now_and_not_what_was_read_before()
    {
        ITrackerStore store = await FillAsync(3);
        List<ArticleVersion> before = await ReadAsync(store);
        var searchable = (ISearchableStore)store;
        Assert.NotEmpty(await ListAsync(searchable.SearchAsync("word7919", null, Token)));

        Assert.True(await ReplaceAsync(
            store, [.. before.Select(version => Reading(version, $"The ferry number {version.Number} left."))]));

        Assert.Empty(await ListAsync(searchable.SearchAsync("word7919", null, Token)));
        SearchHit hit = Assert.Single(await ListAsync(searchable.SearchAsync("\"ferry number 3\"", null, Token)));
        Assert.Equal(3, hit.FirstVersion);
    }

    [Fact]
    public async Task Appends_that_run_meanwhile_keep_every_text()
    {
        ITrackerStore store = await FillAsync(20);
        await AtOnceAsync(2, async worker =>
        {
            for (int i = 0; i < 20; i++)
            {
                ArticleVersion latest = (await store.FindLatestAsync("a", Token))!;
                _ = worker == 0
                    ? (await store.AppendAsync(Drafts.Of("a", Text(100 + i)), Token)).IsAppended
                    : await ReplaceAsync(store, Reading(latest, $"{latest.Article.Paragraphs[0].Text} again") with
                    {
                        ExtractorVersion = i + 1,
                    });
            }

            return true;
        });

        List<ArticleVersion> versions = await ReadAsync(store);
        Assert.Equal(
            Enumerable.Range(1, 20).Concat(Enumerable.Range(100, 20)).Select(Text),
            versions.Select(version => version.Article.Paragraphs[0].Text.Replace(
                " again", "", StringComparison.Ordinal)));
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
    }

    private static IVersionCare Care(ITrackerStore store) => (IVersionCare)store;

    private static ArticleVersion Reading(ArticleVersion version, string text) => version with
    {
        Article = new Article
        {
            Url = new Uri("https://elsewhere.example/"),
            Title = "Title",
            Paragraphs = [text],
            Authors = ["The Author"],
        },
        ExtractorVersion = 7,
        Container = "main",
    };

    private static Task<bool> ReplaceAsync(ITrackerStore store, params ArticleVersion[] readings) =>
        Care(store).ReplaceReadingsAsync(readings, Token).AsTask();

    private static Task<List<ArticleVersion>> ReadAsync(ITrackerStore store) =>
        ListAsync(store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token));

    /// <summary>A text long enough to be stored as a difference.</summary>
    private static string Text(int number) =>
        string.Join(' ', Enumerable.Range(0, 120).Select(word => $"word{word * 7919}")) + $" and {number}";

    private async Task<ITrackerStore> FillAsync(int versions)
    {
        ITrackerStore store = await OpenForTestAsync();
        for (int number = 1; number <= versions; number++)
        {
            VersionDraft draft = Drafts.Of("a", Text(number), seenAt: Noon.AddHours(number - 1));
            await store.AppendAsync(draft with { PageHash = "c0ffee", Doubt = number == 2 ? "A doubt." : null }, Token);
        }

        return store;
    }
}
