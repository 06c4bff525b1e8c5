using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

public sealed class StoppingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_stops_lets_the_visit_in_progress_end_and_leaves_the_rest_to_others()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (string path in (string[])["/1", "/2", "/3"])
        {
            site.Map(path, async context =>
            {
                asked.TrySetResult();
                await answer.Task.WaitAsync(context.RequestAborted);
                context.Response.ContentType = "text/html";
                await context.Response.Body.WriteAsync(FerryStory.Numbered(path), context.RequestAborted);
            });
        }

        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
        await PlanAsync(store, site);
        using IHost host = Build(store, site);
        await host.StartAsync(Token);
        await asked.Task.WaitAsync(Patience.Limit, Token);

        Task stopping = host.StopAsync(Token);
        answer.SetResult();
        await stopping;

        Assert.Single(site.Requests, request => request.Path != "/robots.txt");
        Assert.Single(await store.ReadVersionsAsync(new VersionQuery(), Token).ToListAsync(Token));
        var another = new VisitClaim
        {
            Now = TimeProvider.System.GetUtcNow(),
            Lease = TimeSpan.FromMinutes(1),
            Limit = 10,
            Worker = "another",
        };
        Assert.Equal(2, (await store.ClaimDueAsync(another, Token)).Length);
    }

    private static IHost Build(SqliteVersionStore store, LoopbackSite site)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff(options => options.Fetch = options.Fetch with
        {
            AllowedPrivateHosts = [site.BaseUrl.Authority],
            MinGap = TimeSpan.Zero,
        });
        builder.Services.AddSingleton<IVersionStore>(store);
        return builder.Build();
    }

    private static async Task PlanAsync(SqliteVersionStore store, LoopbackSite site)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach (string path in (string[])["/1", "/2", "/3"])
        {
            Uri url = site.Url(path);
            TrackedArticle article = await store.RegisterAsync(
                new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = now }, Token);
            await store.SaveVisitAsync(
                new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = now }, Token);
        }
    }
}
