using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.AspNetCore;
using NewsDiff.Events;
using NewsDiff.TestSupport;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Reading from a standby: what it shows, and what it says when it is behind.</summary>
public sealed class PostgreSqlStandbyTests(PostgreSqlCluster cluster)
{
    private const string AsOf = "NewsDiff-As-Of";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_standby_shows_what_the_primary_wrote_and_says_so_when_it_is_behind()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore primary = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await primary.AppendAsync(Drafts.Of("a", "one"), Token);
        await using PostgreSqlStandby standby = await cluster.StartStandbyAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            standby.Reach(database), new PostgreSqlStoreOptions { ReadOnly = true }, Token);
        await using WebApplication site = await StartSiteAsync(store);
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };

        StoreStamp before = await store.ReadStampAsync(null, Token);
        await primary.AppendAsync(Drafts.Of("a", "two"), Token);
        await UntilVersionAsync(store, 2);
        await cluster.SettleAsync();
        Assert.NotEqual(before.Events, (await store.ReadStampAsync(before, Token)).Events);
        Assert.Equal(2, await store.ReadEventsAsync(new EventQuery(), Token).CountAsync(Token));
        await AssertCurrentAsync(client);

        await standby.PauseAsync(database);
        DateTimeOffset paused = DateTimeOffset.UtcNow;
        await primary.AppendAsync(Drafts.Of("a", "three"), Token);
        await Patience.UntilAsync(async () => (await store.ReadStampAsync(null, Token)).AsOf is not null, Token);
        Assert.Equal(2, (await store.FindLatestAsync("a", Token))!.Number);
        await AssertBehindAsync(client, "", paused);
        await AssertBehindAsync(client, "api/changes", paused);
        await AssertBehindAsync(client, "changes.atom", paused);
    }

    private static Task UntilVersionAsync(PostgreSqlVersionStore store, int number) => Patience.UntilAsync(
        async () => (await store.FindLatestAsync("a", Token))!.Number == number, Token);

    private static async Task AssertCurrentAsync(HttpClient client)
    {
        using HttpResponseMessage answer = await client.GetAsync("", Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains(AsOf));
        Assert.DoesNotContain("is a copy", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task AssertBehindAsync(HttpClient client, string address, DateTimeOffset paused)
    {
        using HttpResponseMessage answer = await client.GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        DateTimeOffset asOf = DateTimeOffset.ParseExact(
            Assert.Single(answer.Headers.GetValues(AsOf)), "R", CultureInfo.InvariantCulture);
        Assert.InRange(asOf, paused.AddMinutes(-2), paused);
        if (answer.Content.Headers.ContentType!.MediaType == "text/html")
        {
            string minute = asOf.ToString("HH:mm", CultureInfo.InvariantCulture);
            Assert.Matches(
                $"The database is a copy, and has no changes after [^.]*{minute}[^.]* yet",
                await answer.Content.ReadAsStringAsync(Token));
        }
    }

    private static async Task<WebApplication> StartSiteAsync(PostgreSqlVersionStore store)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IVersionStore>(store);
        WebApplication site = builder.Build();
        site.MapNewsDiff();
        await site.StartAsync(Token);
        return site;
    }
}
