using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Tests;

/// <summary>Webhooks, sent to a real server that does not always want them.</summary>
public sealed class WebhookTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thousand_events_arrive_once_and_in_order_at_a_receiver_that_fails_time_and_again()
    {
        const int Articles = 20;
        const int Each = 50;
        var receiver = new Receiver();
        await using LoopbackSite site = await receiver.StartAsync();
        string database = _folder.File("news.db");
        void Configure(NotificationOptions options) => options.AddWebhook(
            new WebhookOptions { Name = "desk", Url = site.Url("/hook"), Timeout = TimeSpan.FromMilliseconds(400) },
            new NotificationFilter
            {
                Kinds = [ArticleEventKind.FirstSeen, ArticleEventKind.Changed],
                MaxPerHour = 5000,
            });
        await using (NotifiedHost first = await NotifiedHost.StartAsync(database, _clock, Configure))
        {
            for (int i = 0; i < Articles * Each; i++)
            {
                await first.Store.AppendAsync(
                    Stories.Draft($"story-{i % Articles}", (i / Articles) + 1, _clock.Now), Stop);
            }

            await first.AdvanceUntilAsync(() => receiver.Taken.Count > 400);
        }

        await using NotifiedHost second = await NotifiedHost.StartAsync(database, _clock, Configure);
        await second.AdvanceUntilAsync(() => receiver.Taken.Count >= Articles * Each);

        Assert.Equal(Articles * Each, receiver.Taken.Count);
        Assert.True(receiver.Refused > 100);
        Assert.All(
            receiver.Taken.GroupBy(told => told.Article),
            story => Assert.Equal(Enumerable.Range(1, Each), story.Select(told => told.Version)));
        Assert.Empty(await second.Store.ReadDeadLettersAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task The_receiver_can_check_who_sent_it()
    {
        byte[] body = [];
        Dictionary<string, string> headers = [];
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Map("/hook", async context =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, Stop);
            body = bytes.ToArray();
            headers = context.Request.Headers.ToDictionary(
                header => header.Key.ToUpperInvariant(), header => $"{header.Value}");
        });
        using var channel = new WebhookChannel(
            new WebhookOptions { Name = "desk", Url = site.Url("/hook"), Secret = Secret }, _clock);

        await channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop);

        bool IsValid(string secret, byte[] bytes, TimeSpan late) => WebhookSignature.IsValid(
            secret, headers["WEBHOOK-ID"], headers["WEBHOOK-TIMESTAMP"], $"v1,other {headers["WEBHOOK-SIGNATURE"]}",
            bytes, _clock.Now + late);
        Assert.True(IsValid(Secret, body, TimeSpan.Zero));
        Assert.True(IsValid(Secret, body, TimeSpan.FromMinutes(5)));
        Assert.False(IsValid(Secret, body, TimeSpan.FromMinutes(6)));
        Assert.False(IsValid(Secret, [.. body, 32], TimeSpan.Zero));
        Assert.False(IsValid("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", body, TimeSpan.Zero));
        using var json = JsonDocument.Parse(body);
        Assert.Equal("Vanished", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void The_signature_is_that_of_the_specification() => Assert.True(WebhookSignature.IsValid(
        Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        """{"test": 2432232314}"""u8, DateTimeOffset.FromUnixTimeSeconds(1614265330)));

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, null, 2)]
    [InlineData(500, null, 2)]
    [InlineData(408, null, 2)]
    public async Task A_busy_receiver_gets_it_later(int status, string? retryAfter, int seconds)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Map("/hook", context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        _clock.Advance(Drafts.Noon.AddSeconds(12) - _clock.Now);

        HandlerPostponedException postponed =
            await Assert.ThrowsAsync<HandlerPostponedException>(() => SendAsync(site.Url("/hook")));

        Assert.Equal(_clock.Now.AddSeconds(seconds), postponed.RetryAt);
    }

    [Fact]
    public async Task The_waits_grow_until_the_receiver_takes_something()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        using var channel = new WebhookChannel(new WebhookOptions { Name = "desk", Url = site.Url("/hook") }, _clock);
        List<double> waits = [];
        foreach (int status in (int[])[500, 500, 500, 200, 500])
        {
            site.MapStatus("/hook", status);
            Exception? failure = await Record.ExceptionAsync(
                () => channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop));
            waits.Add(failure is HandlerPostponedException later ? (later.RetryAt - _clock.Now).TotalSeconds : 0);
        }

        Assert.Equal([2, 4, 8, 0, 2], waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task A_refusal_says_why_and_not_where(int status)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapStatus("/secret-hook", status);

        Exception failure =
            await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(site.Url("/secret-hook")));

        Assert.Contains($"'desk' answered {status}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_gets_nothing_after_its_patience_ends()
    {
        Uri gone;
        await using (LoopbackSite site = await LoopbackSite.StartAsync())
        {
            gone = site.Url("/secret-hook");
        }

        _clock.Advance(Drafts.Noon.AddHours(23) - _clock.Now);
        Assert.Equal(
            _clock.Now.AddSeconds(2),
            (await Assert.ThrowsAsync<HandlerPostponedException>(() => SendAsync(gone))).RetryAt);
        _clock.Advance(Drafts.Noon.AddHours(25) - _clock.Now);
        Exception end = await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(gone));
        Assert.DoesNotContain("secret", end.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/hook", null)]
    [InlineData("https://example.org/hook", "whsec_dG9vIHNob3J0")]
    [InlineData("https://example.org/hook", "not base64 at all, and long enough to be a secret")]
    public void Unusable_options_are_refused(string url, string? secret) => Assert.ThrowsAny<ArgumentException>(
        () => new WebhookOptions { Name = "desk", Url = new Uri(url), Secret = secret });

    private async Task SendAsync(Uri url)
    {
        using var channel = new WebhookChannel(new WebhookOptions { Name = "desk", Url = url }, _clock);
        await channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop);
    }

    /// <summary>Takes each id once. It fails one request in five, and some that it has taken get no answer.</summary>
    private sealed class Receiver
    {
        private readonly ConcurrentDictionary<string, bool> _ids = [];
        private int _requests;

        public ConcurrentQueue<(string Article, int Version)> Taken { get; } = [];

        public int Refused { get; private set; }

        public async Task<LoopbackSite> StartAsync() => (await LoopbackSite.StartAsync()).Map("/hook", AnswerAsync);

        private async Task AnswerAsync(HttpContext context)
        {
            int request = Interlocked.Increment(ref _requests);
            if (request % 5 == 0)
            {
                Refused++;
                context.Response.StatusCode = request % 10 == 0 ? 503 : 500;
                return;
            }

            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, Stop);
            if (_ids.TryAdd($"{context.Request.Headers["webhook-id"]}", true))
            {
                Taken.Enqueue((
                    body.RootElement.GetProperty("article").GetString()!,
                    body.RootElement.GetProperty("version").GetInt32()));
            }

            if (request % 97 == 0)
            {
                // It was taken, but the sender does not hear of it.
                await Task.Delay(TimeSpan.FromSeconds(1), context.RequestAborted);
            }
        }
    }
}
