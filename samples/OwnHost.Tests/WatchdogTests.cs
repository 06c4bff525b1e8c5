using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Testing;
using Xunit;

namespace NewsDiff.Samples.OwnHost;

/// <summary>The bot, from the feed to the chat: without a network, and without waiting.</summary>
public sealed class WatchdogTests : IDisposable
{
    private readonly ScriptedFetcher _site = new();
    private readonly FakeChat _chat = new();
    private readonly Article _ferry = SampleNews.Article("Ferry stops for the winter");
    private readonly IHost _host;

    public WatchdogTests()
    {
        _site.Publish(_ferry).Announce(WatchdogServices.Feed, _ferry);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddWatchdog().AddSingleton<IChat>(_chat).AddScriptedFetcher(_site);
        _host = builder.Build();
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_new_headline_is_posted()
    {
        await _host.Services.RunPassAsync();
        _site.Publish(_ferry with { Title = "Ferry sails all winter" });
        await _host.Services.RunPassAsync();

        Assert.Equal("Ferry stops for the winter → Ferry sails all winter", Assert.Single(_chat.Posts).Text);
    }

    [Fact]
    public async Task A_new_paragraph_is_not_posted()
    {
        await _host.Services.RunPassAsync();
        _site.Publish(_ferry with { Paragraphs = [.. _ferry.Paragraphs, "This article was updated."] });
        PassResult pass = await _host.Services.RunPassAsync();

        Assert.Single(pass.Changes);
        Assert.Empty(_chat.Posts);
    }

    [Fact]
    public async Task A_page_that_is_still_gone_on_the_next_day_is_posted()
    {
        await _host.Services.RunPassAsync();
        _site.Answer(_ferry.Url, FetchStatus.Gone);
        await _host.Services.RunPassAsync();
        Assert.Empty(_chat.Posts);

        _site.Clock.Advance(TimeSpan.FromDays(1));
        await _host.Services.RunPassAsync();
        Assert.Equal("Gone: Ferry stops for the winter", Assert.Single(_chat.Posts).Text);
    }

    [Fact]
    public async Task A_post_that_fails_is_sent_again_with_the_same_id()
    {
        await _host.Services.RunPassAsync();
        _site.Publish(_ferry with { Title = "Ferry sails all winter" });
        _chat.Failures = 2;
        PassResult pass = await _host.Services.RunPassAsync();

        Assert.Equal(3, _chat.Posts.Count);
        Assert.Single(_chat.Posts.Distinct());
        Assert.Empty(pass.DeadLetters);
    }

    [Fact]
    public async Task A_post_that_always_fails_is_put_aside()
    {
        await _host.Services.RunPassAsync();
        _site.Publish(_ferry with { Title = "Ferry sails all winter" });
        _chat.Failures = int.MaxValue;
        PassResult pass = await _host.Services.RunPassAsync();

        Assert.Equal("The chat is down.", Assert.Single(pass.DeadLetters).Reason);
    }

    [Fact]
    public async Task An_article_is_visited_every_two_hours_for_a_week()
    {
        await _host.Services.RunPassAsync();
        for (int hour = 1; hour <= 9 * 24; hour++)
        {
            _site.Clock.Advance(TimeSpan.FromHours(1));
            await _host.Services.RunPassAsync(dueOnly: true);
        }

        // A visit is moved by up to a tenth of its interval, so some wait for the next full hour.
        Assert.InRange(_site.Requests.Count(request => request.Url == _ferry.Url), 7 * 24 / 3, 7 * 24 / 2);
    }
}
