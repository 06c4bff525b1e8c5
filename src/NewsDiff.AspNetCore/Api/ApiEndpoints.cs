using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NewsDiff.AspNetCore.Serving;
using NewsDiff.Events;
using NewsDiff.Pages;
using NewsDiff.Rendering;

namespace NewsDiff.AspNetCore.Api;

/// <summary>The addresses of the JSON API; the README lists them.</summary>
internal sealed class ApiEndpoints(ServedSite site)
{
    private const int DefaultEvents = 100;
    private const int MostEvents = 1000;
    private const string Tag = "NewsDiff";
    private const string NoPlace = "There is no such place in the list; 'before' takes the 'next' of an answer.";
    private const string VersionPattern = "articles/{id}/versions/{number:int:min(1)}";
    private const string ComparisonPattern = "articles/{id}/diff/{from:int:min(1)}/{to:int:min(1)}";

    /// <summary>The names by which any address filters or goes on.</summary>
    private static readonly FrozenSet<string> AllNames = FrozenSet.ToFrozenSet(
        ["after", "before", "kind", "limit", "only", "q", "since", "source", "until"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Head = [HttpMethods.Head];
    private static readonly JsonDiffRenderer DiffRenderer = new();

    private static SiteAnswer Unknown => ApiJson.Missing("There is no such address in the API.");

    internal void Map(IEndpointRouteBuilder routes)
    {
        Describe<ApiPart<ApiArticle>>(
            routes.MapGet("articles", ReadArticles), "The followed articles, the latest first.");
        Describe<ApiArticleDetails>(
            routes.MapGet("articles/{id}", ReadArticle), "An article with its versions and events.");
        Describe<ArticleVersion>(
            routes.MapGet(VersionPattern, ReadVersion), "A version with its text.");
        Describe<object>(
            routes.MapGet(ComparisonPattern, ReadDiff),
            "Two versions compared, word by word.");
        Describe<ApiPart<ApiChange>>(
            routes.MapGet("changes", ReadChanges),
            "What happened, the newest first; all or by kind, or since an instant.");
        Describe<ApiPart<ApiEvent>>(
            routes.MapGet("events", ReadEvents), "What happened after a place in the log, the oldest first.");
        if (site.Source.CanSearch)
        {
            Describe<ApiPart<ApiHit>>(
                routes.MapGet("search", ReadHits), "Words in all versions, also in removed text.");
        }

        routes.MapGet("{**path}", () => Unknown)
            .ExcludeFromDescription();
        MapHeads(routes.MapGroup(""));
    }

    /// <summary>Maps HEAD beside GET; descriptions of the API leave it out.</summary>
    private void MapHeads(RouteGroupBuilder routes)
    {
        routes.ExcludeFromDescription();
        routes.MapMethods("articles", Head, ReadArticles);
        routes.MapMethods("articles/{id}", Head, ReadArticle);
        routes.MapMethods(VersionPattern, Head, ReadVersion);
        routes.MapMethods(ComparisonPattern, Head, ReadDiff);
        routes.MapMethods("changes", Head, ReadChanges);
        routes.MapMethods("events", Head, ReadEvents);
        if (site.Source.CanSearch)
        {
            routes.MapMethods("search", Head, ReadHits);
        }

        routes.MapMethods("{**path}", Head, () => Unknown);
    }

    private Task<IResult> ReadArticles(HttpContext http, string? before = null)
    {
        var address = PageAddress.Articles(before);
        return AnswerAsync(http, 1, ["before"], address, async (items, stop) =>
            await site.Source.LoadArticlesAsync(before, stop).ConfigureAwait(false) is { } page
                ? ApiJson.Answer(
                    new ApiPart<ApiArticle>([.. page.Entries.Select(items.Of)], page.Older),
                    ApiJson.Default.ApiPartApiArticle)
                : ApiJson.Missing(NoPlace));
    }

    private Task<IResult> ReadArticle(HttpContext http, string id)
    {
        var address = PageAddress.Article(id);
        return AnswerAsync(http, 2, [], address, async (_, stop) =>
            await LoadAsync(address, stop).ConfigureAwait(false) is ArticlePage page
                ? ApiJson.Answer(ApiItems.DetailsOf(page), ApiJson.Default.ApiArticleDetails)
                : ApiJson.Missing("There is no such article."));
    }

    private Task<IResult> ReadVersion(HttpContext http, string id, int number)
    {
        var address = PageAddress.Version(id, number);
        return AnswerAsync(http, 4, [], address, async (_, stop) =>
            await LoadAsync(address, stop).ConfigureAwait(false) switch
            {
                VersionPage page => ApiJson.Answer(page.Version, ApiJson.Default.ArticleVersion),
                NotFoundPage page => Without(page),
                _ => ApiJson.Missing("There is no such version."),
            });
    }

    private Task<IResult> ReadDiff(HttpContext http, string id, int from, int to)
    {
        var address = PageAddress.Comparison(id, from, to);
        return AnswerAsync(http, 5, [], address, async (_, stop) =>
            await LoadAsync(address, stop).ConfigureAwait(false) switch
            {
                ComparisonPage page => SiteAnswer.Ok(ApiJson.MediaType, DiffRenderer.Render(page.Change.Diff)),
                NotFoundPage page => Without(page),
                _ => ApiJson.Missing("There are no two such versions."),
            });
    }

    // The parameters are read as the page reads them; they are named for the host's OpenAPI document.
    private Task<IResult> ReadChanges(
        HttpContext http, string? before = null, string? only = null, string? since = null)
    {
        PageAddress? address = ListRequest.Read(http.Request.Query)?.Changes;
        return AnswerAsync(http, 1, ["before", "only", "since"], address, async (items, stop) =>
        {
            if (address is null)
            {
                string filters = string.Join(", ", Enum.GetNames<ChangeFilter>());
                return ApiJson.Problem(
                    StatusCodes.Status400BadRequest,
                    $"'only' is one of {filters}; 'since' is a time such as 2026-05-01 or 2026-05-01T12:00:00Z.");
            }

            return await LoadAsync(address, stop).ConfigureAwait(false) is ChangesPage page
                ? ApiJson.Answer(
                    new ApiPart<ApiChange>([.. page.Entries.Select(items.Of)], page.Older),
                    ApiJson.Default.ApiPartApiChange)
                : ApiJson.Missing(NoPlace);
        });
    }

    // Never kept: how far the log can be read may change without a write, and each reader asks from its own place.
    private Task<IResult> ReadEvents(HttpContext http, string? after = null, int limit = DefaultEvents) =>
        AnswerAsync(http, 1, ["after", "limit"], address: null, async (_, stop) =>
        {
            EventCursor cursor = default;
            if (after is not null && !EventCursor.TryParse(after, out cursor))
            {
                return ApiJson.Problem(StatusCodes.Status400BadRequest, "'after' takes the 'next' of an answer.");
            }

            if (limit is < 1 or > MostEvents)
            {
                return ApiJson.Problem(StatusCodes.Status400BadRequest, $"'limit' is from 1 to {MostEvents}.");
            }

            List<ArticleEvent> events = await site.Source.Events
                .ReadEventsAsync(new EventQuery { After = cursor, Limit = limit }, stop)
                .ToListAsync(stop).ConfigureAwait(false);

            // Also at the end: a reader that asks again from there misses nothing that is written meanwhile.
            string next = events.Count == 0 ? cursor.ToString() : events[^1].Cursor.ToString();
            return ApiJson.Answer(
                new ApiPart<ApiEvent>([.. events.Select(ApiEvent.Of)], next), ApiJson.Default.ApiPartApiEvent);
        });

    private Task<IResult> ReadHits(HttpContext http, string q, string? before = null)
    {
        PageAddress? address = SearchRequest.Read(http.Request.Query) is { Query: not null } asked ? asked : null;
        return AnswerAsync(http, 1, ["q", "before"], address, async (_, stop) =>
            address is not null && await LoadAsync(address, stop).ConfigureAwait(false) is SearchPage page
                ? page.Trouble is { } trouble
                    ? ApiJson.Problem(StatusCodes.Status400BadRequest, trouble)
                    : ApiJson.Answer(
                        new ApiPart<ApiHit>([.. page.Hits.Select(ApiHit.Of)], page.Older),
                        ApiJson.Default.ApiPartApiHit)
                : ApiJson.Problem(StatusCodes.Status400BadRequest, "'q' says what to look for."));
    }

    private static SiteAnswer Without(NotFoundPage page) => ApiJson.Problem(
        page.IsTakenDown ? StatusCodes.Status451UnavailableForLegalReasons : StatusCodes.Status404NotFound,
        page.Message);

    /// <summary>Finds a kept answer, or makes it in its turn.</summary>
    /// <param name="http">The request.</param>
    /// <param name="depth">The number of parts of the address below <c>api</c>.</param>
    /// <param name="names">The names of its parameters.</param>
    /// <param name="address">The page that it shows as data; null for an answer that is not kept.</param>
    /// <param name="make">Makes it, with the items of lists.</param>
    private async Task<IResult> AnswerAsync(
        HttpContext http, int depth, string[] names, PageAddress? address,
        Func<ApiItems, CancellationToken, Task<SiteAnswer>> make)
    {
        if (RefuseOthers(http, names) is { } refusal)
        {
            return await site.AnswerAsync(http, null, _ => Task.FromResult(refusal)).ConfigureAwait(false);
        }

        string basePath = site.BasePathOf(http, depth + 1);
        Uri? home = site.AddressOf(http, basePath);
        var links = new ServerPageLinks(basePath);
        string? key = address is null ? null : $"{home}\napi\n{links.LinkTo(address, address)}";
        var items = new ApiItems(home, links);
        return await site.AnswerAsync(http, key, stop => make(items, stop)).ConfigureAwait(false);
    }

    // A program that asks for what is not filtered here would take the whole list for its answer. Other parameters may
    // be the host's own, such as a key.
    private static SiteAnswer? RefuseOthers(HttpContext http, string[] names) =>
        http.Request.Query.Keys.FirstOrDefault(key => AllNames.Contains(key)
            && !names.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } other
            ? ApiJson.Problem(
                StatusCodes.Status400BadRequest,
                $"There is no '{other}' here; this address takes "
                    + (names.Length == 0 ? "none." : $"{string.Join(", ", names)}."))
            : null;

    private Task<Page?> LoadAsync(PageAddress address, CancellationToken stop) =>
        site.Source.LoadAsync(address, stop);

    private static void Describe<T>(RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary)
            .WithTags(Tag)
            .Produces<T>()
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");
}
