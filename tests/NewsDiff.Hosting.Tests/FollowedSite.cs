using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

/// <summary>A site on the loopback interface with a feed of one story, and a generic host that follows it.</summary>
internal sealed class FollowedSite : IAsyncDisposable
{
    /// <summary>
    /// One tick of the tracker is a little more than one interval of the story, so that each moves the other.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(34);

    private readonly LoopbackSite _site;

    private FollowedSite(LoopbackSite site, Action<IServiceCollection>? register)
    {
        _site = site;
        HostApplicationBuilder builder =
            Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff(options =>
        {
            options.Feeds.Add(site.Url("/feed"));
            options.Interval = Interval;
        });
        register?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(new HttpFetchOptions
        {
            AllowedPrivateHosts = [site.BaseUrl.Authority],
            MinGap = TimeSpan.Zero,
        });
        builder.Services.AddSingleton<IArticleChangeHandler>(new Listener(Changes.Writer));
        Host = builder.Build();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public IHost Host { get; }

    public ManualTimeProvider Clock { get; } = new();

    private Channel<ArticleChange> Changes { get; } = Channel.CreateUnbounded<ArticleChange>();

    public IVersionStore Store => Host.Services.GetRequiredService<ArticleTracker>().Store;

    public static async Task<FollowedSite> StartAsync(Action<IServiceCollection>? register = null)
    {
        LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText(
            "/feed",
            $"<rss version=\"2.0\"><channel><title>News</title><item><title>Flood</title><link>{site.Url("/story")}</link></item></channel></rss>",
            "application/rss+xml");
        var followed = new FollowedSite(site, register);
        followed.Publish("Three");
        await followed.Host.StartAsync(Stop);
        return followed;
    }

    /// <summary>The page of the story, as long as a real one.</summary>
    public static string Story(string missing)
    {
        string body = string.Concat(Enumerable.Range(1, 6).Select(n =>
            $"<p>The river rose for the {n}. time this week, and the town below the dam was cut off from the road "
            + "for hours.</p>"));
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><title>Flood in the valley</title></head>
            <body><article><h1>Flood in the valley</h1><p>{missing} people are still missing, the mayor said on Sunday evening.</p>{body}</article></body></html>
            """;
    }

    public void Publish(string missing) => _site.MapText("/story", Story(missing));

    /// <summary>Waits until so many versions are stored; the host works on other threads.</summary>
    /// <param name="count">The number of versions.</param>
    /// <param name="advances">
    /// Whether the clock goes on while it waits: the host may not have begun to wait when the test moves it.
    /// </param>
    public Task WaitForVersionsAsync(int count, bool advances = false) => Patience.UntilAsync(
        async () =>
        {
            if (advances)
            {
                Clock.Advance(Interval);
                await Task.Delay(50, Stop);
            }

            return await Store.ReadVersionsAsync(new VersionQuery(), Stop).CountAsync(Stop) >= count
                && await IsScheduledAsync();
        },
        Stop);

    /// <summary>Lets an interval pass, when the host has delivered what there is.</summary>
    public Task AdvanceAsync() => DeliveryTime.AdvanceAsync(
        Clock, Interval, (IEventDeliveryStore)Host.Services.GetRequiredService<ArticleTracker>().Events, hosts: 1,
        Stop);

    /// <summary>Waits for the next change that the handler hears.</summary>
    /// <remarks>
    /// The clock goes on: a call that was under way when the test moved it took too long, and is repeated later.
    /// </remarks>
    public async Task<ArticleChange> ReadChangeAsync()
    {
        ArticleChange? change = null;
        await Patience.UntilAsync(
            () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                return Changes.Reader.TryRead(out change);
            },
            Stop);
        return change!;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        Host.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<bool> IsScheduledAsync() =>
        await Host.Services.GetRequiredService<ArticleTracker>().Visits
            .ReadVisitsAsync(Stop)
            .AllAsync(visit => visit.DueAt > Clock.Now, Stop);

    private sealed class Listener(ChannelWriter<ArticleChange> heard) : IArticleChangeHandler
    {
        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            heard.WriteAsync(change, cancellationToken);
    }
}
