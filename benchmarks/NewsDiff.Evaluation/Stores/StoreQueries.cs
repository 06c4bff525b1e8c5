using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Stores;

/// <summary>Times each listing, feed, lookup and claim, with other arguments each time.</summary>
internal sealed class StoreQueries(
    IVersionStore store,
    IMergingCatalog catalog,
    IVisitStore visits,
    StoreContents contents,
    CancellationToken token)
{
    private const int Rounds = 40;
    private const int WarmUp = 4;
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(2);

    internal async Task RunAsync()
    {
        await ListingsAsync();
        await CatalogAsync();
        await VisitsAsync();
        await FailingAsync();
        await WritesAsync();
    }

    private async Task ListingsAsync()
    {
        await TimeAsync("newest 50 changes", () => ChangesAsync(new() { NewestFirst = true, Limit = 50 }));
        await TimeAsync("newest 50 versions", () => VersionsAsync(new() { NewestFirst = true, Limit = 50 }));
        await TimeAsync("oldest 50 changes", () => ChangesAsync(new() { Limit = 50 }));
        await TimeAsync(
            "newest 50 changes of a site",
            () => ChangesAsync(new() { NewestFirst = true, Limit = 50, Host = StoreContents.SiteOf(Article()) }));
        await TimeAsync("first 50 changes of an old day", () => ChangesAsync(Day() with { Limit = 50 }));
        await TimeAsync(
            "newest 50 changes of an old day", () => ChangesAsync(Day() with { Limit = 50, NewestFirst = true }));
        await TimeAsync(
            "50 changes of a site on an old day",
            () => ChangesAsync(Day() with { Limit = 50, Host = StoreContents.SiteOf(Article()) }));
        await TimeAsync(
            "newest 50 changes of an old month",
            () => ChangesAsync(Day(30) with { Limit = 50, NewestFirst = true }));
        await TimeAsync("50 changes since a day", () => ChangesAsync(new() { Since = Day().Since, Limit = 50 }));
        await TimeAsync(
            "newest 50 changes until a day",
            () => ChangesAsync(new() { Until = Day().Since, Limit = 50, NewestFirst = true }));
        await TimeAsync("an article's versions", () => VersionsAsync(new() { ArticleId = Id() }));
        await TimeAsync("an article's changes", () => ChangesAsync(new() { ArticleId = Id(), NewestFirst = true }));
        await TimeAsync(
            "one version by its number",
            () => VersionsAsync(new() { ArticleId = Id(), FromNumber = 2, ToNumber = 2 }));
        await TimeAsync("an article's latest version", async () => await store.FindLatestAsync(Id(), token));
    }

    private async Task CatalogAsync()
    {
        await TimeAsync("first 100 articles", () => ArticlesAsync(new() { Limit = 100 }));
        await TimeAsync(
            "first 100 articles of a feed",
            () => ArticlesAsync(new() { FeedUrl = StoreContents.FeedOf(Article()), Limit = 100 }));
        await TimeAsync(
            "all articles of a small feed",
            () => ArticlesAsync(new() { FeedUrl = StoreContents.FeedOf((Article() * 2) + 1) }));
        await TimeAsync(
            "first 100 articles of a source",
            () => ArticlesAsync(new() { Source = $"source{Article() % 100}", Limit = 100 }));
        await TimeAsync("articles by 1 character of the id", () => ArticlesAsync(Prefix(1) with { Limit = 100 }));
        await TimeAsync("articles by 4 characters of the id", () => ArticlesAsync(Prefix(4)));
        await TimeAsync(
            "an article by a key", async () => await catalog.FindByKeyAsync(StoreContents.KeyOf(Article()), token));
        await TimeAsync("an article by its id", async () => await catalog.FindByIdAsync(Id(), token));
    }

    private async Task VisitsAsync()
    {
        await TimeAsync(
            "one visit", async () => await visits.FindVisitAsync(VisitKind.Article, Id(), token));
        await TimeAsync(
            "first 100 visits", async () => await visits.ReadVisitsAsync(token).Take(100).CountAsync(token));
        await TimeAsync("claim of articles, no backlog", () => ClaimAsync(new()
        {
            Kind = VisitKind.Article,
            Now = StoreContents.End.AddSeconds(-contents.Articles - 1),
            Lease = TimeSpan.FromMinutes(5),
            Limit = 32,
        }));
        await TimeAsync("claim of articles, all due", () => ClaimAsync(Everything(VisitKind.Article)));
        await TimeAsync("claim of feeds, all due", () => ClaimAsync(Everything(VisitKind.Feed)));
        await TimeAsync("claim of both kinds, all due", () => ClaimAsync(Everything(null)));
        await TimeAsync(
            "claim behind the backlog of 20 busy sites",
            () => ClaimAsync(Everything(VisitKind.Article) with { ExceptSites = FirstSites(20) }));
        await TimeAsync(
            "claim when all but one site are busy",
            () => ClaimAsync(Everything(VisitKind.Article) with
            {
                ExceptSites = FirstSites(StoreContents.Sites - 1),
            }));
    }

    /// <summary>Half of the visits fail, and a page shows the 100 that fail most with their headlines.</summary>
    private async Task FailingAsync()
    {
        if ((await visits.FindFailingAsync(VisitKind.Article, 1, token)).IsEmpty)
        {
            List<Visit> all = await visits.ReadVisitsAsync(VisitKind.Article, token).ToListAsync(token);
            foreach ((int i, Visit visit) in all.Index().Where(one => one.Index % 2 == 0))
            {
                await visits.SaveVisitAsync(
                    visit with { Failures = 1 + (i % 40), LastReason = "The server failed (500)." }, token);
            }
        }

        await TimeAsync("what fails, for a page", async () =>
        {
            ImmutableArray<Visit> failing = await visits.FindFailingAsync(VisitKind.Article, 200, token);
            foreach (Visit visit in failing.Take(100))
            {
                await store.FindLatestAsync(visit.Target, token);
            }
        });
    }

    private async Task WritesAsync()
    {
        int next = contents.Articles + _random.Next(1_000_000_000);
        await TimeAsync(
            "registering a known article",
            async () => await catalog.RegisterAsync(StoreContents.RegistrationOf(Article(), StoreContents.End), token));
        await TimeAsync(
            "registering a new article",
            async () => await catalog.RegisterAsync(StoreContents.RegistrationOf(next++, StoreContents.End), token));
        await TimeAsync(
            "appending a first version",
            async () => await store.AppendAsync(StoreContents.DraftOf(next++, 0, StoreContents.End), token));
        await TimeAsync(
            "appending a changed text",
            async () => await store.AppendAsync(
                StoreContents.DraftOf(Article(), 100 + _random.Next(1000), StoreContents.End), token));
        await TimeAsync("saving a visit", async () =>
        {
            Visit visit = (await visits.FindVisitAsync(VisitKind.Article, Id(), token))!;
            await visits.SaveVisitAsync(visit, token);
        });
    }

    private static ImmutableArray<string> FirstSites(int count) =>
        [.. Enumerable.Range(0, count).Select(site => $"www.site{site}.example")];

    private int Article() => _random.Next(contents.Articles);

    private string Id() => StoreContents.IdOf(Article());

    private VersionQuery Day(int days = 1)
    {
        DateTimeOffset since = StoreContents.Start.AddDays(_random.Next(330));
        return new VersionQuery { Since = since, Until = since.AddDays(days) };
    }

    private ArticleQuery Prefix(int length) => new() { IdPrefix = Id()[..length] };

    private static VisitClaim Everything(VisitKind? kind) => new()
    {
        Kind = kind,
        Now = StoreContents.End.AddDays(1),
        Lease = TimeSpan.FromMinutes(5),
        Limit = 32,
        Horizon = StoreContents.End.AddDays(100),
    };

    private async Task ChangesAsync(VersionQuery query) => await store.ReadChangesAsync(query, token).CountAsync(token);

    private async Task VersionsAsync(VersionQuery query) =>
        await store.ReadVersionsAsync(query, token).CountAsync(token);

    private async Task ArticlesAsync(ArticleQuery query) =>
        await catalog.ReadArticlesAsync(query, token).CountAsync(token);

    /// <summary>Claims visits; they stay claimed, as those of a running tracker do.</summary>
    private async Task ClaimAsync(VisitClaim claim) => await visits.ClaimDueAsync(claim, token);

    private async Task TimeAsync(string name, Func<Task> work)
    {
        List<double> times = [];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        int calls = 0;
        var all = Stopwatch.StartNew();
        for (int round = 0; round < WarmUp + Rounds && (round == 0 || all.Elapsed < MostForOne); round++)
        {
            long start = Stopwatch.GetTimestamp();
            await work();
            calls++;
            if (round >= WarmUp || all.Elapsed > MostForOne / 4)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / calls;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {times[times.Count / 2]:f1} | {times[(int)(times.Count * 0.95)]:f1} | {times[^1]:f1} "
            + $"| {cpu:f1} |"));
    }
}
