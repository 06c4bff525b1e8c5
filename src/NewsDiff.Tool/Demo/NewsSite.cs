using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Tool.Demo;

/// <summary>A small news site on the loopback interface whose stories change from round to round.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    internal const string Name = "Harbour Courier";

    private readonly WebApplication _app;
    private readonly ImmutableArray<Story> _stories = SiteFiles.ReadStories();
    private readonly SitePage _page;
    private readonly TimeProvider _clock;
    private int _requests;

    private NewsSite(TimeProvider clock)
    {
        _clock = clock;
        _page = new SitePage(_stories);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The site's front page.</summary>
    internal Uri Url { get; private set; } = new("http://127.0.0.1/");

    internal Uri FeedUrl => new(Url, "feed.xml");

    /// <summary>The number of stories.</summary>
    internal int StoryCount => _stories.Length;

    /// <summary>The current round, from 1.</summary>
    internal int Round { get; set; } = 1;

    internal static async Task<NewsSite> StartAsync(TimeProvider clock, CancellationToken stop)
    {
        var site = new NewsSite(clock);
        await site._app.StartAsync(stop).ConfigureAwait(false);
        site.Url = new Uri(site._app.Urls.First() + "/");
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "/";
        return path switch
        {
            "/robots.txt" => WriteAsync(context, "text/plain", "User-agent: *\nDisallow: /admin/\n"u8.ToArray()),
            "/feed.xml" => WriteAsync(context, "application/rss+xml", SiteFeed.Write(_stories, Url)),
            _ => AnswerStoryAsync(context, _stories.FirstOrDefault(story => path == "/" + story.Slug)),
        };
    }

    private Task AnswerStoryAsync(HttpContext context, Story? story)
    {
        StoryVersion? version = story?.At(Round);
        if (version is null || version.IsGone)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return WriteAsync(context, "text/html; charset=utf-8", "<h1>There is no such page.</h1>"u8.ToArray());
        }

        int request = Interlocked.Increment(ref _requests);
        string html = _page.Write(story!, version, Url, _clock.GetUtcNow(), request);
        return WriteAsync(context, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(html));
    }

    private static async Task WriteAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
