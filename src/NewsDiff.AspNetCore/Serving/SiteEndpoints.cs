using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsDiff.Pages;
using NewsDiff.Syndication;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>The addresses of the pages and feeds, as <see cref="ServerPageLinks"/> writes them.</summary>
internal sealed class SiteEndpoints(ServedSite site)
{
    private const string Comparison = "articles/{id}/diff/{a:int:min(1)}/{b:int:min(1)}";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly ImmutableArray<(string File, ChangeFeedFormat Format)> FeedFiles =
        [
            ("changes.atom", ChangeFeedFormat.Atom), ("changes.rss", ChangeFeedFormat.Rss),
            ("changes.json", ChangeFeedFormat.JsonFeed),
        ];

    /// <summary>Maps the addresses.</summary>
    /// <param name="routes">The group.</param>
    /// <param name="ownsUnknown">Whether an unknown address in the group is answered, too.</param>
    internal void Map(IEndpointRouteBuilder routes, bool ownsUnknown)
    {
        MapPage(routes, "", http => ListRequest.Read(http.Request.Query)?.Changes);
        MapPage(routes, "articles", http => ListRequest.Read(http.Request.Query)?.Articles);
        MapPage(routes, "feeds", _ => PageAddress.Feeds);
        MapPage(routes, "sources", _ => PageAddress.Sources);
        MapPage(routes, "sources/{host}", http => PageAddress.Source(Text(http, "host")));
        MapPage(routes, "articles/{id}", http => PageAddress.Article(Text(http, "id")));
        MapPage(routes, Comparison, http => ComparisonOf(http, isInline: false));
        MapPage(routes, Comparison + "/inline", http => ComparisonOf(http, isInline: true));
        MapCards(routes);
        MapPage(
            routes,
            "articles/{id}/versions/{n:int:min(1)}",
            http => PageAddress.Version(Text(http, "id"), Number(http, "n")));
        MapPage(
            routes,
            "articles/{id}/versions/{n:int:min(1)}/origins",
            http => PageAddress.Origins(Text(http, "id"), Number(http, "n")));
        if (site.Source.CanSearch)
        {
            MapPage(routes, "search", http => SearchRequest.Read(http.Request.Query));
        }

        foreach ((string file, ChangeFeedFormat format) in FeedFiles)
        {
            MapFeed(routes, file, format);
            MapFeed(routes, "articles/{id}/" + file, format);
        }

        var styles = SiteAnswer.Ok("text/css; charset=utf-8", PageRenderer.StyleSheet);
        routes.MapMethods("newsdiff.css", Methods, http => styles.ExecuteAsync(http));
        if (ownsUnknown)
        {
            routes.MapMethods("{**path}", Methods, SendUnknownAsync).WithOrder(int.MaxValue);
        }
    }

    private void MapPage(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, PageAddress?> read)
    {
        int depth = DepthOf(pattern);
        routes.MapMethods(pattern, Methods, http => SendPageAsync(http, read(http), depth));
    }

    private Task SendPageAsync(HttpContext http, PageAddress? address, int depth)
    {
        string basePath = site.BasePathOf(http, depth);

        // The address as links write it: whatever else a query says makes no other answer.
        string? key = address is null ? null : new ServerPageLinks(basePath).LinkTo(address, address);
        return site.SendPageAsync(http, key, basePath, stop => address is null
            ? Task.FromResult<Page?>(null)
            : site.Source.LoadAsync(address, stop));
    }

    private void MapCards(IEndpointRouteBuilder routes)
    {
        if (site.Pictures is not { } pictures)
        {
            return;
        }

        const string Pattern = Comparison + "/card.png";
        int depth = DepthOf(Pattern);
        routes.MapMethods(Pattern, Methods, http =>
        {
            PageAddress address = ComparisonOf(http, isInline: false);
            string basePath = site.BasePathOf(http, depth);
            var card = PageAddress.Card(address.ArticleId!, address.OldNumber, address.NewNumber);
            return site.SendAsync(http, new ServerPageLinks(basePath).LinkTo(card, card), async stop =>
            {
                Page? page = await site.Source.LoadAsync(address, stop).ConfigureAwait(false);
                if (page is not ComparisonPage { Change: var change })
                {
                    return site.Render(page ?? new NotFoundPage(), basePath);
                }

                byte[] picture = pictures.Draw(change, site.Language).ToArray();
                return new SiteAnswer(StatusCodes.Status200OK, SiteAnswer.Png, picture);
            });
        });
    }

    private void MapFeed(IEndpointRouteBuilder routes, string pattern, ChangeFeedFormat format)
    {
        int depth = DepthOf(pattern);
        routes.MapMethods(pattern, Methods, http =>
        {
            string basePath = site.BasePathOf(http, depth);
            Uri? address = site.AddressOf(http, basePath);
            var links = new ServerPageLinks(basePath);
            PageAddress? feed = ListRequest.Read(http.Request.Query) is { Filter: null, Since: null } asked
                ? FeedAt(format, http.Request.RouteValues["id"] as string, asked.Before)
                : null;

            // A feed names its whole address, so each name of the site has its own.
            string? key = feed is null ? null : $"{address}\n{links.LinkTo(feed, feed)}";
            return site.SendAsync(http, key, async stop =>
            {
                string? text = feed is null
                    ? null
                    : await site.Source.LoadFeedAsync(feed, address, links, site.Language, stop)
                        .ConfigureAwait(false);
                return text is null
                    ? site.Render(new NotFoundPage(), basePath)
                    : SiteAnswer.Ok(ChangeFeedWriter.GetMediaType(format), text);
            });
        });
    }

    private Task SendUnknownAsync(HttpContext http)
    {
        int depth = DepthOf(http.Request.RouteValues["path"] as string ?? "");
        return site.SendPageAsync(
            http, key: null, site.BasePathOf(http, depth), static _ => Task.FromResult<Page?>(null));
    }

    private static PageAddress ComparisonOf(HttpContext http, bool isInline) =>
        PageAddress.Comparison(Text(http, "id"), Number(http, "a"), Number(http, "b"), isInline);

    private static PageAddress FeedAt(ChangeFeedFormat format, string? articleId, string? before) => format switch
    {
        ChangeFeedFormat.Rss => PageAddress.RssFeed(articleId, before),
        ChangeFeedFormat.JsonFeed => PageAddress.JsonFeed(articleId, before),
        _ => PageAddress.AtomFeed(articleId, before),
    };

    // Empty parts count: two slashes in succession are in the requested path too.
    private static int DepthOf(string path) =>
        path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed.Count('/') + 1 : 0;

    private static string Text(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static int Number(HttpContext http, string name) =>
        int.Parse(Text(http, name), CultureInfo.InvariantCulture);
}
