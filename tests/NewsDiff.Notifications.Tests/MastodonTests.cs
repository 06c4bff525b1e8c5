using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications.Mastodon;

namespace NewsDiff.Notifications.Tests;

/// <summary>Posts on a server that plays the documented API of Mastodon.</summary>
public sealed partial class MastodonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_post_shows_the_change_and_the_links()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();

        await SendAsync(server, Stories.Tell(Stories.Ferry, Stories.Ferry with { Title = "Ferry stays away" }));

        JsonObject post = Assert.Single(server.Posts);
        Assert.Equal(
            """
            news.example changed “Ferry stays away”
            Ferry [returns to the islands → stays away]
            https://diffs.example/articles/ferry/diff/1/2
            https://news.example/ferry
            """.ReplaceLineEndings("\n"),
            $"{post["status"]}");
        Assert.Equal(("unlisted", "en"), ($"{post["visibility"]}", $"{post["language"]}"));
        Assert.Null(post["in_reply_to_id"]);
    }

    [Fact]
    public async Task A_long_change_is_cut_and_its_links_stay()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        string words = string.Join(' ', Enumerable.Repeat("word", 300));

        await SendAsync(server, Stories.Tell(Stories.Of(words, words), Stories.Of(words + " end", $"gone {words}")));

        string text = $"{Assert.Single(server.Posts)["status"]}";
        string[] lines = text.Split('\n');
        Assert.Equal("https://news.example/ferry", lines[^1]);
        Assert.InRange(
            lines.Sum(line => line.StartsWith("https", StringComparison.Ordinal) ? 24 : line.Length + 1), 300, 500);
    }

    [Fact]
    public async Task Posts_of_one_article_form_a_thread_over_a_restart()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        Notification first = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        await SendAsync(
            server,
            first,
            first with { Id = Guid.NewGuid() },
            first with { Id = Guid.NewGuid(), Url = new Uri("https://b.example/") });
        for (int i = 0; i < 120; i++)
        {
            await SendAsync(server, first with { Id = Guid.NewGuid(), Url = new Uri($"https://c.example/{i}") });
        }

        await SendAsync(server, first with { Id = Guid.NewGuid() });

        Assert.Equal("1000", $"{server.Posts[1]["in_reply_to_id"]}");
        Assert.Null(server.Posts[2]["in_reply_to_id"]);
        Assert.Equal("1001", $"{server.Posts[^1]["in_reply_to_id"]}");
    }

    [Fact]
    public async Task A_thread_goes_on_below_a_post_that_ends_in_half_an_emoji()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        Notification first = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        await SendAsync(server, first);
        server.Posts[0]["content"] = $"{server.Posts[0]["content"]} {MastodonServer.Half}";

        await SendAsync(server, first with { Id = Guid.NewGuid() });

        Assert.Equal("1000", $"{server.Posts[1]["in_reply_to_id"]}");
    }

    [Fact]
    public async Task A_thread_that_was_deleted_begins_anew()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        Notification first = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        using MastodonChannel channel = ChannelOf(server);
        await channel.SendAsync(first, Stop);
        server.Posts.Clear();

        await channel.SendAsync(first with { Id = Guid.NewGuid() }, Stop);

        Assert.Null(Assert.Single(server.Posts)["in_reply_to_id"]);
    }

    [Fact]
    public async Task A_limit_is_waited_for_until_it_ends()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        DateTimeOffset reset = _clock.Now.AddMinutes(20);
        server.Fault = (_, context) =>
        {
            context.Response.Headers["X-RateLimit-Reset"] = reset.ToString("O", CultureInfo.InvariantCulture);
            return 429;
        };

        HandlerPostponedException postponed = await Assert.ThrowsAsync<HandlerPostponedException>(
            () => SendAsync(server, Stories.Tell(Stories.Notice(ArticleEventKind.Vanished))));

        Assert.Equal(reset, postponed.RetryAt);
    }

    [Fact]
    public async Task A_refusal_names_the_reason_and_not_the_token()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        server.Fault = static (_, _) => 422;

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => SendAsync(server, Stories.Tell(Stories.Notice(ArticleEventKind.Vanished))));

        Assert.Equal("'bot' answered 422. No.", refused.Message);
    }

    [Fact]
    public async Task Three_hundred_events_are_posted_once_and_in_order_by_a_server_that_fails()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        server.Fault = static (request, _) => request % 5 == 0 ? 503 : 0;
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock,
            options => options.AddMastodon(
                OptionsFor(server),
                new NotificationFilter
                {
                    Kinds = [ArticleEventKind.FirstSeen, ArticleEventKind.Changed],
                    MaxPerHour = 1000,
                }));
        for (int number = 1; number <= 300; number++)
        {
            await host.Store.AppendAsync(Stories.Draft("story", number, _clock.Now), Stop);
        }

        await host.AdvanceUntilAsync(() => server.Posts.Count >= 300);

        Assert.Equal(300, server.Posts.Count);
        Assert.Equal(
            server.Posts.SkipLast(1).Select(post => $"{post["id"]}"),
            server.Posts.Skip(1).Select(post => $"{post["in_reply_to_id"]}"));
        Assert.Equal(
            Enumerable.Range(2, 299).Select(number => $"[{number + 9} → {number + 10}]"),
            server.Posts.Skip(1).Select(post => Mark().Match($"{post["status"]}").Value));
    }

    [GeneratedRegex(@"\[.*?\]")]
    private static partial Regex Mark();

    private static MastodonOptions OptionsFor(MastodonServer server) => new()
    {
        Name = "bot",
        Server = server.Url,
        Token = "token",
        Visibility = MastodonVisibility.Unlisted,
    };

    private MastodonChannel ChannelOf(MastodonServer server) => new(OptionsFor(server), _clock);

    /// <summary>Sends by a new channel, as after a restart.</summary>
    private async Task SendAsync(MastodonServer server, params Notification[] notifications)
    {
        using MastodonChannel channel = ChannelOf(server);
        foreach (Notification notification in notifications)
        {
            await channel.SendAsync(notification, Stop);
        }
    }
}
