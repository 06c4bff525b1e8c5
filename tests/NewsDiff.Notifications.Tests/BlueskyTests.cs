using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NewsDiff.Events;
using NewsDiff.Notifications.Bluesky;

namespace NewsDiff.Notifications.Tests;

/// <summary>Posts on a server that plays the documented API of Bluesky.</summary>
public sealed class BlueskyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_post_marks_its_links_by_their_bytes_and_fits()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        string words = string.Join(' ', Enumerable.Repeat("Fährüberfahrt 👩‍👩‍👧", 60));

        await SendAsync(server, Stories.Tell(
            Stories.Of(words, words), Stories.Of(words + " Ende", $"vorbei {words}")));

        JsonObject post = Assert.Single(server.Posts).Value;
        string text = $"{post["text"]}";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.InRange(new StringInfo(text).LengthInTextElements, 200, 300);
        Assert.Equal(
            ["https://diffs.example/articles/ferry/diff/1/2", "https://news.example/ferry"],
            ((JsonArray)post["facets"]!).Select(facet => Encoding.UTF8.GetString(
                bytes, (int)facet!["index"]!["byteStart"]!,
                (int)facet["index"]!["byteEnd"]! - (int)facet["index"]!["byteStart"]!)));
    }

    [Fact]
    public async Task Posts_of_one_article_form_a_thread_over_a_restart_and_a_repeated_one_replaces_itself()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        Notification first = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        Notification second = first with { Id = Guid.NewGuid(), At = first.At.AddHours(1) };
        Notification third = first with { Id = Guid.NewGuid(), At = first.At.AddHours(2) };

        await SendAsync(server, first, first, second);
        await SendAsync(server, third);

        string[] keys = [.. server.Posts.Keys];
        Assert.Equal(3, keys.Length);
        Assert.Null(server.Posts[keys[0]]["reply"]);
        AssertReply(server.Posts[keys[1]], root: keys[0], parent: keys[0]);
        AssertReply(server.Posts[keys[2]], root: keys[0], parent: keys[1]);
    }

    [Fact]
    public async Task A_session_that_ended_begins_anew()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        using BlueskyChannel channel = ChannelOf(server);
        Notification first = Stories.Tell(Stories.Notice(ArticleEventKind.FirstSeen));
        await channel.SendAsync(first, Stop);
        server.EndSession();

        await channel.SendAsync(first with { Id = Guid.NewGuid() }, Stop);

        Assert.Equal(2, server.Posts.Count);
    }

    [Fact]
    public async Task A_wrong_password_is_a_failure_that_does_not_show_it()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        using var channel = new BlueskyChannel(
            new BlueskyOptions { Name = "bot", Server = server.Url, Handle = "diffs.example", Password = "secret" });

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => channel.SendAsync(Stories.Tell(Stories.Notice(ArticleEventKind.Vanished)), Stop));

        Assert.Equal("'bot' answered 401. AuthenticationRequired", refused.Message);
    }

    [Fact]
    public async Task A_hundred_events_are_posted_once_and_in_order_by_a_server_that_fails()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        server.Fault = static request => request % 5 == 0 ? 502 : 0;
        await using NotifiedHost host = await NotifiedHost.StartAsync(
            _folder.File("news.db"), _clock,
            options => options.AddBluesky(
                OptionsFor(server),
                new NotificationFilter
                {
                    Kinds = [ArticleEventKind.FirstSeen, ArticleEventKind.Changed],
                    MaxPerHour = 1000,
                }));
        for (int number = 1; number <= 100; number++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await host.Store.AppendAsync(Stories.Draft("story", number, _clock.Now), Stop);
        }

        await host.AdvanceUntilAsync(() => server.Posts.Count >= 100);

        Assert.Equal(100, server.Posts.Count);
        Assert.Equal(
            server.Posts.Keys.SkipLast(1).Select(key => $"cid-{key}"),
            server.Posts.Values.Skip(1).Select(post => $"{post["reply"]!["parent"]!["cid"]}"));
    }

    private static void AssertReply(JsonObject post, string root, string parent) => Assert.Equal(
        ($"cid-{root}", $"cid-{parent}"),
        ($"{post["reply"]!["root"]!["cid"]}", $"{post["reply"]!["parent"]!["cid"]}"));

    private static BlueskyOptions OptionsFor(BlueskyServer server) => new()
    {
        Name = "bot",
        Server = server.Url,
        Handle = "diffs.example",
        Password = "app-password",
    };

    private BlueskyChannel ChannelOf(BlueskyServer server) => new(OptionsFor(server), _clock);

    /// <summary>Sends by a new channel, as after a restart.</summary>
    private async Task SendAsync(BlueskyServer server, params Notification[] notifications)
    {
        using BlueskyChannel channel = ChannelOf(server);
        foreach (Notification notification in notifications)
        {
            await channel.SendAsync(notification, Stop);
        }
    }
}
