using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications.WebArchives;

namespace NewsDiff.Notifications.Tests;

/// <summary>Requests to a server that plays the documented API of an archive's Save Page Now.</summary>
public sealed class WebArchiveTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly NotifiedHost.LineLog _log = new();
    private readonly ConcurrentQueue<(string Url, string Key, DateTimeOffset At)> _asked = [];
    private LoopbackSite _site = null!;
    private Func<int, (int Status, string Json)> _answer = static n => (200, $$"""{"job_id":"spn2-{{n}}"}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _site.Map("/save", SaveAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_changed_page_is_saved_and_the_answer_told_in_a_line()
    {
        using WebArchiveChannel channel = ChannelOf(OptionsFor() with { Key = "key:secret" });

        await channel.SendAsync(Stories.Tell(Stories.Ferry, Stories.Ferry with { Title = "Gone" }), Stop);

        Assert.Equal(("https://news.example/ferry", "LOW key:secret", _clock.Now), Assert.Single(_asked));
        Assert.Equal(
            "Information: 'archive' was asked to save https://news.example/ferry. Its job is spn2-1. ",
            Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task An_archive_is_asked_no_sooner_than_the_gap()
    {
        using WebArchiveChannel channel = ChannelOf(OptionsFor());
        Notification told = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        await channel.SendAsync(told, Stop);
        _clock.Advance(TimeSpan.FromSeconds(19));

        HandlerPostponedException postponed = await Assert.ThrowsAsync<HandlerPostponedException>(
            () => channel.SendAsync(told, Stop));

        Assert.Equal(_clock.Now.AddSeconds(1), postponed.RetryAt);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await channel.SendAsync(told, Stop);
        Assert.Equal(2, _asked.Count);
    }

    [Theory]
    [InlineData("http://localhost/a")]
    [InlineData("http://intranet/a")]
    [InlineData("http://10.0.0.1/a")]
    [InlineData("http://[::1]/a")]
    [InlineData("https://user:word@news.example/a")]
    [InlineData("file:///etc/passwd")]
    public async Task No_address_of_an_own_network_is_told(string url)
    {
        using WebArchiveChannel channel = ChannelOf(OptionsFor());

        await channel.SendAsync(
            Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen)) with { Url = new Uri(url) }, Stop);
        await channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop);

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_refusal_is_told_and_not_repeated()
    {
        _answer = static _ => (400, """{"message":"This site\nis excluded."}""");
        using WebArchiveChannel channel = ChannelOf(OptionsFor());

        await channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen)), Stop);

        Assert.Equal(
            "Warning: 'archive' does not save https://news.example/ferry. 'archive' answered 400. This site is "
            + "excluded. ",
            Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task A_busy_archive_is_asked_again_until_the_patience_ends_and_holds_up_no_notice()
    {
        _answer = static _ => (503, "{}");
        await using MastodonServer server = await MastodonServer.StartAsync();
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock,
            options =>
            {
                options.AddMastodon(
                    new Mastodon.MastodonOptions { Name = "bot", Server = server.Url, Token = "token" },
                    new NotificationFilter { MinSignificance = 0, MaxPerHour = 100 });
                options.AddWebArchive(OptionsFor() with { Patience = TimeSpan.FromMinutes(30) });
            });
        for (int number = 1; number <= 3; number++)
        {
            await host.Store.AppendAsync(Stories.Draft("story", number, _clock.Now), Stop);
        }

        await host.AdvanceUntilAsync(() => server.Posts.Count >= 2);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("does not save", StringComparison.Ordinal));

        await host.AdvanceUntilAsync(
            () => host.Log.Lines.Count(line => line.Contains("does not save", StringComparison.Ordinal)) == 2,
            TimeSpan.FromSeconds(30));

        Assert.InRange(_asked.Count, 4, 40);
        Assert.Empty(await host.Store.ReadDeadLettersAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task An_archive_of_the_settings_saves_what_changes()
    {
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock,
            $$"""
            { "NewsDiff": { "Notifications": { "WebArchives": [
                { "Name": "archive", "Server": "{{_site.BaseUrl}}", "Key": "k:s", "Gap": "00:00:05" } ] } } }
            """);
        for (int number = 1; number <= 2; number++)
        {
            await host.Store.AppendAsync(Stories.Draft("story", number, _clock.Now), Stop);
        }

        await host.AdvanceUntilAsync(() => !_asked.IsEmpty);

        Assert.Equal("https://news.example/story LOW k:s", _asked.Select(asked => $"{asked.Url} {asked.Key}").Single());
    }

    private async Task SaveAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        Assert.Equal("application/json", $"{context.Request.Headers.Accept}");
        _asked.Enqueue(($"{form["url"]}", $"{context.Request.Headers.Authorization}", _clock.Now));
        (int status, string json) = _answer(_asked.Count);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    private WebArchiveOptions OptionsFor() => new() { Name = "archive", Server = _site.BaseUrl };

    private WebArchiveChannel ChannelOf(WebArchiveOptions options) => new(options, _clock, _log);
}
