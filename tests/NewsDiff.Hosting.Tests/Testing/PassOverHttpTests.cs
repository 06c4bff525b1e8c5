using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Events;
using NewsDiff.Sqlite;

namespace NewsDiff.Hosting.Tests.Testing;

/// <summary>A pass made by hand uses the fetchers and the store of the host.</summary>
public sealed class PassOverHttpTests
{
    [Fact]
    public async Task Pages_of_a_real_site_are_followed_into_a_database()
    {
        await using ScriptedSite site = await ScriptedSite.StartAsync();
        site.Script("/feed", ScriptedAnswer.Feed(
            $"<rss version=\"2.0\"><channel><title>News</title><item><link>{site.Url("/story")}</link></item></channel></rss>"));
        site.Script(
            "/story", ScriptedAnswer.Page(FollowedSite.Story("Three")), ScriptedAnswer.Page(FollowedSite.Story("Four")),
            ScriptedAnswer.OfStatus(410));
        var recorder = new Recorder();
        var clock = new ManualTimeProvider();
        await using ServiceProvider services = new ServiceCollection()
            .AddNewsDiff(options =>
            {
                options.Feeds.Add(site.Url("/feed"));
                options.Fetch = options.Fetch with
                {
                    AllowedPrivateHosts = [site.BaseUrl.Authority],
                    MinGap = TimeSpan.Zero,
                };
            })
            .AddSqliteVersionStore(":memory:")
            .AddSingleton<IArticleChangeHandler>(recorder)
            .AddManualPasses(clock)
            .BuildServiceProvider();

        for (int day = 1; day <= 4; day++)
        {
            PassResult pass = await services.RunPassAsync();
            Assert.Equal(2, pass.Outcomes.Length);
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [ArticleEventKind.FirstSeen, ArticleEventKind.Changed, ArticleEventKind.Vanished], recorder.Kinds);
        Assert.Equal(4, site.CountOf("/story"));
    }
}
