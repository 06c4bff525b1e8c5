using System.Text.Json.Nodes;
using NewsDiff.Events;
using NewsDiff.Notifications.Bluesky;
using NewsDiff.Notifications.Mastodon;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Tests;

/// <summary>Posts with the picture of their change, on servers that play the documented APIs.</summary>
public sealed class PictureTests : IDisposable
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    private readonly ManualTimeProvider _clock = new();
    private readonly NotifiedHost.LineLog _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_post_on_Mastodon_carries_the_picture_and_its_words()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();

        await SendAsync(server, Tell(Picture("What it shows")));

        (byte[] bytes, string type, string words) = Assert.Single(server.Media);
        Assert.Equal(Png, bytes);
        Assert.Equal(("image/png", "What it shows"), (type, words));
        Assert.Equal("m1", $"{Assert.Single(Assert.Single(server.Posts)["media_ids"]!.AsArray())}");
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(422, 0, "'bot' posts without a picture. 'bot' answered 422. Not this.")]
    [InlineData(503, 0, "'bot' posts without a picture. 'bot' answered 503.")]
    [InlineData(429, 0, "'bot' posts without a picture. 'bot' answered 429.")]
    [InlineData(202, 9, "'bot' posts without a picture. The server is still converting it.")]
    public async Task A_picture_that_Mastodon_does_not_take_holds_up_no_post(int status, int looks, string told)
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        (server.MediaStatus, server.Looks) = (status, looks);

        await SendAsync(server, Tell(Picture("What it shows")));

        Assert.False(Assert.Single(server.Posts).ContainsKey("media_ids"));
        Assert.StartsWith($"Warning: {told}", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_Mastodon_converts_is_waited_for()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();
        (server.MediaStatus, server.Looks) = (202, 3);

        await SendAsync(server, Tell(Picture(new string('w', 2000))));

        Assert.NotNull(Assert.Single(server.Posts)["media_ids"]);
        Assert.Equal(1500, Assert.Single(server.Media).Description.Length);
    }

    [Fact]
    public async Task A_post_on_Bluesky_carries_the_picture_and_its_words_over_the_end_of_a_session()
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        using BlueskyChannel channel = ChannelOf(server);
        await channel.SendAsync(Tell(Picture("What it shows")), Stop);
        server.EndSession();
        await channel.SendAsync(Tell(Picture("Again")) with { Id = Guid.NewGuid() }, Stop);

        Assert.Equal([(Png.Length, "image/png"), (Png.Length, "image/png")],
            server.Blobs.Select(blob => (blob.Bytes.Length, blob.Type)));
        JsonNode[] embeds = [.. server.Posts.Values.Select(post => post["embed"]!)];
        Assert.All(embeds, embed => Assert.Equal("app.bsky.embed.images", $"{embed["$type"]}"));
        Assert.Equal(["Again", "What it shows"], embeds.Select(embed => $"{embed["images"]![0]!["alt"]}").Order());
        JsonNode image = server.Posts.Values.First()["embed"]!["images"]![0]!;
        Assert.Equal("1200 630", $"{image["aspectRatio"]!["width"]} {image["aspectRatio"]!["height"]}");
        Assert.StartsWith("bafy", $"{image["image"]!["ref"]!["$link"]}", StringComparison.Ordinal);
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(400, 7, "'bot' posts without a picture. 'bot' answered 400. Not this.")]
    [InlineData(502, 7, "'bot' posts without a picture. 'bot' answered 502.")]
    [InlineData(200, 1_000_001, "'bot' posts without a picture. It has 1000001 bytes; 1000000 are taken.")]
    public async Task A_picture_that_Bluesky_does_not_take_holds_up_no_post(int status, int bytes, string told)
    {
        await using BlueskyServer server = await BlueskyServer.StartAsync();
        server.BlobStatus = status;
        using BlueskyChannel channel = ChannelOf(server);

        await channel.SendAsync(Tell(Picture("What it shows") with { Png = new byte[bytes] }), Stop);

        Assert.False(Assert.Single(server.Posts).Value.ContainsKey("embed"));
        Assert.StartsWith($"Warning: {told}", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_holds_up_no_post()
    {
        await using MastodonServer server = await MastodonServer.StartAsync();

        await SendAsync(server, Compose(static _ => throw new DllNotFoundException("libSkiaSharp")));
        await SendAsync(server, Compose(static _ => null) with { Id = Guid.NewGuid() });

        Assert.All(server.Posts, post => Assert.Null(post["media_ids"]));
        Assert.Equal((2, 0), (server.Posts.Count, server.Media.Count));
        Assert.Contains("could not be drawn; it is told without one.", Assert.Single(_log.Lines));
    }

    [Fact]
    public void A_picture_is_drawn_once_when_it_is_asked_for_and_only_of_a_change()
    {
        int drawn = 0;
        Notification told = Compose(change =>
        {
            drawn++;
            return Picture($"{change.After.Number}");
        });

        Assert.Equal(0, drawn);
        Assert.Equal("2", told.Picture?.AlternativeText);
        Assert.Same(told.Picture, told.Picture);
        Assert.Equal(1, drawn);
        Assert.Null(new NotificationComposer(null, _ => Picture("x"), _log)
            .Compose(Stories.Notice(ArticleEventKind.FirstSeen)).Picture);
    }

    private static NotificationPicture Picture(string words) =>
        new() { Png = Png, Width = 1200, Height = 630, AlternativeText = words };

    private Notification Tell(NotificationPicture picture) => Compose(_ => picture);

    private Notification Compose(Func<ArticleChange, NotificationPicture?> draw) =>
        new NotificationComposer(null, draw, _log).Compose(
            Stories.Notice(Stories.Ferry, Stories.Ferry with { Title = "Ferry stays away" }));

    private async Task SendAsync(MastodonServer server, Notification notification)
    {
        using var channel = new MastodonChannel(
            new MastodonOptions { Name = "bot", Server = server.Url, Token = "token" }, _clock, _log);
        Task sent = channel.SendAsync(notification, Stop);
        await TestSupport.Patience.UntilAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                return sent.IsCompleted;
            },
            Stop);
        await sent;
    }

    private BlueskyChannel ChannelOf(BlueskyServer server) => new(
        new BlueskyOptions { Name = "bot", Server = server.Url, Handle = "diffs.example", Password = "app-password" },
        _clock, _log);
}
