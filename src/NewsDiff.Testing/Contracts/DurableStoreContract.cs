using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What a store on a disk or a server must do.</summary>
/// <remarks>All openings within a test use the same database.</remarks>
public abstract class DurableStoreContract<TStore> : StoreContract<TStore>
    where TStore : class, IVersionStore, IArticleCatalog, ISubscriptionStore, IVisitStore, IAsyncDisposable
{
    [Fact]
    public async Task All_is_there_after_closing_and_opening()
    {
        TStore before = await OpenAsync();
        await before.AppendAsync(Drafts.Of("a", "one"), Token);
        await before.RegisterAsync(Sighting(), Token);
        await before.AddSubscriptionAsync(
            new Subscription { Url = new Uri("https://news.example/feed"), AddedAt = Noon }, Token);
        await before.SaveVisitAsync(Due(), Token);
        Visit claimed = Assert.Single(await before.ClaimDueAsync(Claim(Noon), Token));
        await DisposeAsync(before);

        TStore after = await OpenForTestAsync();

        Assert.Equal("one", (await after.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
        Assert.NotNull(await after.FindByKeyAsync("k", Token));
        Assert.Single(await ListAsync(after.ReadSubscriptionsAsync(Token)));
        Assert.Equal(claimed, await after.FindVisitAsync(VisitKind.Article, "a", Token));
        Assert.Empty(await after.ClaimDueAsync(Claim(Noon.AddMinutes(9)), Token));
        Assert.Equal(2, Assert.Single(await after.ClaimDueAsync(Claim(Noon.AddMinutes(10)), Token)).Claim);
        Assert.Equal(2, (await after.AppendAsync(Drafts.Of("a", "two"), Token)).Head!.Number);
    }

    [Fact]
    public async Task Two_instances_see_each_other_s_writes()
    {
        TStore one = await OpenForTestAsync();
        TStore two = await OpenForTestAsync();

        await one.AppendAsync(Drafts.Of("a", "one"), Token);
        await two.AppendAsync(Drafts.Of("a", "two", expectedHead: 1), Token);
        AppendResult late = await one.AppendAsync(Drafts.Of("a", "three", expectedHead: 1), Token);

        Assert.Equal((AppendStatus.Conflict, 2), (late.Status, late.Head!.Number));
        Assert.Equal(2, await one.ReadVersionsAsync(new VersionQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task Many_instances_at_once_make_one_database_and_one_history()
    {
        TStore[] stores = await AtOnceAsync(4, _ => OpenAsync());

        AppendResult[] results = await AtOnceAsync(
            80, i => stores[i % 4].AppendAsync(Drafts.Of("a", $"text {i}"), Token).AsTask());
        TrackedArticle[] articles = await AtOnceAsync(16, i => stores[i % 4].RegisterAsync(Sighting(), Token).AsTask());
        await stores[0].SaveVisitAsync(Due(), Token);
        var claims = await AtOnceAsync(16, i => stores[i % 4].ClaimDueAsync(Claim(Noon), Token).AsTask());

        Assert.Equal(Enumerable.Range(1, 80), results.Select(result => result.Head!.Number).Order());
        Assert.Single(articles.Select(article => article.Id).Distinct());
        Assert.Single(claims, visits => !visits.IsEmpty);
        foreach (TStore store in stores)
        {
            await DisposeAsync(store);
        }
    }

    [Fact]
    public async Task Closing_during_writes_keeps_what_was_acknowledged()
    {
        TStore before = await OpenAsync();
        var enough = new TaskCompletionSource();
        Task<int> writer = Task.Run(
            async () =>
            {
                for (int i = 1; ; i++)
                {
                    try
                    {
                        await before.AppendAsync(Drafts.Of("a", $"text {i}"), Token);
                    }
                    catch (ObjectDisposedException)
                    {
                        return i - 1;
                    }

                    if (i == 20)
                    {
                        enough.SetResult();
                    }
                }
            },
            Token);
        await enough.Task;
        await DisposeAsync(before);
        int acknowledged = await writer;

        TStore after = await OpenForTestAsync();
        int stored = await after.ReadVersionsAsync(new VersionQuery(), Token).CountAsync(Token);

        // The last append may have been stored although it was not acknowledged.
        Assert.InRange(stored, acknowledged, acknowledged + 1);
        Assert.Equal(stored, (await after.FindLatestAsync("a", Token))!.Number);
    }

    private static ArticleRegistration Sighting() =>
        new() { Keys = ["k"], Url = new Uri("https://news.example/1"), SeenAt = Noon };

    private static Visit Due() =>
        new() { Kind = VisitKind.Article, Target = "a", Url = new Uri("https://news.example/1"), DueAt = Noon };

    private static VisitClaim Claim(DateTimeOffset now) =>
        new() { Now = now, Lease = TimeSpan.FromMinutes(10), Limit = 1 };
}
