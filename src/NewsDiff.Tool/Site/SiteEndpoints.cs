using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsDiff.Pages;
using NewsDiff.Syndication;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Site;

/// <summary>The addresses of the pages.</summary>
internal sealed class SiteEndpoints
{
    private const string Html = "text/html; charset=utf-8";
    private const string Comparison = "/articles/{id}/diff/{a:int:min(1)}/{b:int:min(1)}";

    // Far more than the 16 digits of an id; longer ones are not looked up.
    private const int LongestId = 128;

    private static readonly ImmutableArray<(string File, ChangeFeedFormat Format)> FeedFiles =
        [
            ("changes.atom", ChangeFeedFormat.Atom), ("changes.rss", ChangeFeedFormat.Rss),
            ("changes.json", ChangeFeedFormat.JsonFeed),
        ];

    private readonly NewsStore _store;
    private readonly SiteGate _gate;
    private readonly PageLoader _pages;
    private readonly PageRenderer _renderer = new(
        new ServerPageLinks(), new PageOptions { LinkStyles = true, IsServed = true });

    internal SiteEndpoints(NewsStore store, SiteGate gate)
    {
        _pages = new PageLoader(store);
        _store = store;
        _gate = gate;
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        MapPage(routes, "/", (http, stop) => LoadChangesAsync(http, stop));
        MapPage(routes, "/articles", LoadArticlesAsync);
        MapPage(routes, "/feeds", async (_, stop) => await _pages.LoadFeedsAsync(stop).ConfigureAwait(false));
        MapPage(routes, "/articles/{id}", async (http, stop) =>
            await _pages.LoadArticleAsync(Text(http, "id"), stop).ConfigureAwait(false));
        MapPage(routes, Comparison, (http, stop) => LoadComparisonAsync(http, isInline: false, stop));
        MapPage(routes, Comparison + "/inline", (http, stop) => LoadComparisonAsync(http, isInline: true, stop));
        MapPage(routes, "/articles/{id}/versions/{n:int:min(1)}", async (http, stop) =>
            await _pages.LoadVersionAsync(Text(http, "id"), Number(http, "n"), stop).ConfigureAwait(false));
        foreach ((string file, ChangeFeedFormat format) in FeedFiles)
        {
            MapMade(routes, "/" + file, http => MakeFeedAsync(http, format));
            MapMade(routes, "/articles/{id}/" + file, http => MakeFeedAsync(http, format));
        }

        routes.Map("/newsdiff.css", http => Ok("text/css; charset=utf-8", PageRenderer.StyleSheet).SendAsync(http));
        routes.Map("/health", http => Ok("text/plain; charset=utf-8", "ok\n").SendAsync(http));
        routes.MapFallback("{**path}", http => PageAnswer(new NotFoundPage()).SendAsync(http));
    }

    private void MapPage(
        IEndpointRouteBuilder routes,
        string pattern,
        Func<HttpContext, CancellationToken, Task<Page?>> load) =>
        MapMade(routes, pattern, async http =>
            PageAnswer(await load(http, http.RequestAborted).ConfigureAwait(false) ?? new NotFoundPage()));

    private void MapMade(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<SiteAnswer>> make) =>
        routes.Map(pattern, http => SendAsync(http, make));

    private async Task SendAsync(HttpContext http, Func<HttpContext, Task<SiteAnswer>> make)
    {
        SiteAnswer answer = HasUsableId(http)
            ? await _gate.AnswerAsync(() => make(http), http.RequestAborted).ConfigureAwait(false)
            : PageAnswer(new NotFoundPage());
        await answer.SendAsync(http).ConfigureAwait(false);
    }

    private async Task<Page?> LoadChangesAsync(HttpContext http, CancellationToken stop)
    {
        if (ListRequest.Read(http.Request.Query) is not { } asked)
        {
            return null;
        }

        ChangesPage page = await _pages.LoadChangesAsync(asked.Before, asked.Filter, asked.Since, stop)
            .ConfigureAwait(false);
        return page is { Entries.IsEmpty: true, Older: null }
            && asked is { Before: not null, Filter: null, Since: null }
            ? new NotFoundPage { Message = "There are no changes this old." }
            : page;
    }

    private async Task<Page?> LoadArticlesAsync(HttpContext http, CancellationToken stop) =>
        ListRequest.Read(http.Request.Query) is { Filter: null, Since: null } asked
            ? await _pages.LoadArticlesAsync(asked.Before, stop).ConfigureAwait(false)
            : null;

    private async Task<Page?> LoadComparisonAsync(HttpContext http, bool isInline, CancellationToken stop)
    {
        Page? page = await _pages
            .LoadComparisonAsync(Text(http, "id"), Number(http, "a"), Number(http, "b"), stop)
            .ConfigureAwait(false);
        return page is ComparisonPage comparison ? comparison with { IsInline = isInline } : page;
    }

    private async Task<SiteAnswer> MakeFeedAsync(HttpContext http, ChangeFeedFormat format)
    {
        string? id = http.Request.RouteValues["id"] as string;
        var site = new Uri($"{http.Request.Scheme}://{http.Request.Host}/");
        var feeds = new ChangeFeeds(_store) { Site = site };
        if (ListRequest.Read(http.Request.Query) is not { Filter: null, Since: null } asked)
        {
            return PageAnswer(new NotFoundPage());
        }

        string? feed = await feeds.WriteAsync(format, id, asked.Before, http.RequestAborted).ConfigureAwait(false);
        return feed is null ? PageAnswer(new NotFoundPage()) : Ok(ChangeFeedWriter.GetMediaType(format), feed);
    }

    private SiteAnswer PageAnswer(Page page) =>
        new(
            page switch
            {
                NotFoundPage { IsTakenDown: true } => StatusCodes.Status451UnavailableForLegalReasons,
                NotFoundPage => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status200OK,
            },
            Html,
            _renderer.Render(page));

    private static SiteAnswer Ok(string type, string text) => new(StatusCodes.Status200OK, type, text);

    /// <summary>Whether the requested article id is possible: databases do not accept every text.</summary>
    private static bool HasUsableId(HttpContext http) =>
        http.Request.RouteValues["id"] is not string id || (id.Length <= LongestId && !id.Any(char.IsControl));

    private static string Text(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static int Number(HttpContext http, string name) =>
        int.Parse(Text(http, name), CultureInfo.InvariantCulture);
}
