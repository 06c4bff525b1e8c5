using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsDiff.Rendering.Pages;
using NewsDiff.Syndication;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Site;

/// <summary>Which address answers with which page.</summary>
internal sealed class SiteEndpoints
{
    private const string Html = "text/html; charset=utf-8";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly ImmutableArray<(string File, ChangeFeedFormat Format)> FeedFiles =
        [("changes.atom", ChangeFeedFormat.Atom), ("changes.rss", ChangeFeedFormat.Rss), ("changes.json", ChangeFeedFormat.JsonFeed)];

    private readonly NewsStore _store;
    private readonly PageLoader _pages;
    private readonly PageRenderer _renderer = new(new ServerPageLinks(), new PageOptions { LinkStyles = true });

    internal SiteEndpoints(NewsStore store)
    {
        _pages = new PageLoader(store);
        _store = store;
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        Read(routes, "/", async (http, stop) => await _pages.LoadChangesAsync(PartOf(http), stop).ConfigureAwait(false));
        Read(routes, "/feeds", async (_, stop) => await _pages.LoadFeedsAsync(stop).ConfigureAwait(false));
        Read(routes, "/articles/{id}", async (http, stop) =>
            await _pages.LoadArticleAsync(Text(http, "id"), stop).ConfigureAwait(false));
        Read(routes, "/articles/{id}/diff/{a:int}/{b:int}", async (http, stop) =>
            await _pages.LoadComparisonAsync(Text(http, "id"), Number(http, "a"), Number(http, "b"), stop).ConfigureAwait(false));
        Read(routes, "/articles/{id}/versions/{n:int}", async (http, stop) =>
            await _pages.LoadVersionAsync(Text(http, "id"), Number(http, "n"), stop).ConfigureAwait(false));
        foreach ((string file, ChangeFeedFormat format) in FeedFiles)
        {
            routes.MapMethods("/" + file, Reading, context => WriteFeedAsync(context, format));
            routes.MapMethods("/articles/{id}/" + file, Reading, context => WriteFeedAsync(context, format));
        }

        routes.MapMethods(
            "/newsdiff.css", Reading, context => WriteAsync(context, "text/css; charset=utf-8", PageRenderer.StyleSheet));
        routes.MapMethods("/health", Reading, context => WriteAsync(context, "text/plain; charset=utf-8", "ok\n"));
        routes.MapFallback(WriteNotFoundAsync);
    }

    private void Read(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, CancellationToken, Task<Page?>> load) =>
        routes.MapMethods(pattern, Reading, async context =>
        {
            Page? page = await load(context, context.RequestAborted).ConfigureAwait(false);
            await (page is null ? WriteNotFoundAsync(context) : WriteAsync(context, Html, _renderer.Render(page)))
                .ConfigureAwait(false);
        });

    private async Task WriteFeedAsync(HttpContext context, ChangeFeedFormat format)
    {
        string? id = context.Request.RouteValues["id"] as string;
        var site = new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        var feeds = new ChangeFeeds(_store) { Site = site };
        string? feed = await feeds.WriteAsync(format, id, context.RequestAborted).ConfigureAwait(false);
        await (feed is null ? WriteNotFoundAsync(context) : WriteAsync(context, ChangeFeedWriter.MediaTypeOf(format), feed))
            .ConfigureAwait(false);
    }

    private Task WriteNotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return WriteAsync(context, Html, _renderer.Render(new NotFoundPage()));
    }

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static int PartOf(HttpContext context) =>
        int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out int part)
            ? Math.Clamp(part, 1, 10_000)
            : 1;

    private static string Text(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static int Number(HttpContext context, string name) =>
        int.Parse(Text(context, name), CultureInfo.InvariantCulture);
}
