using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using NewsDiff.AspNetCore.Managing;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>A mapped site: where its pages come from, where they are, and how many are made at once.</summary>
internal sealed class ServedSite(PageSource source, NewsDiffSiteOptions options, TimeProvider clock) : IDisposable
{
    private readonly SiteGate _gate = new(options.MaxConcurrency, options.MaxWaiting);
    private readonly AnswerCache? _cache = source.Stamp is { } stamp && options.MaxCacheBytes > 0
        ? new AnswerCache(stamp, options.MaxCacheBytes, clock)
        : null;

    private readonly PageOptions _pages = new()
    {
        SiteName = options.SiteName,
        Language = options.Language,
        LinkStyles = true,
        IsServed = true,
        HasSearch = source.CanSearch,
        Pictures = options.Pictures,
        PublicUrl = options.PublicUrl is { } front ? new Uri(front, WithSlash(front.AbsolutePath)) : null,
    };

    private readonly ManageDoor? _door = options.ManagePolicy is { } policy
        ? new ManageDoor(policy, new FormOrigin(options.PublicUrl))
        : null;

    internal PageSource Source => source;

    /// <summary>The pictures of comparisons; null for none.</summary>
    internal IChangePictures? Pictures => _pages.Pictures;

    /// <summary>The language of the site's own words.</summary>
    internal string Language => options.Language;

    /// <summary>Finds a kept answer, or makes it in its turn.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">Everything that the answer depends on, apart from the store; null to make it anew.</param>
    /// <param name="make">Makes it. It may outlast the request, so it must not read from it.</param>
    internal Task<SiteAnswer> AnswerAsync(
        HttpContext http, string? key, Func<CancellationToken, Task<SiteAnswer>> make) =>
        _cache is null || key is null
            ? MakeAsync(make, http.RequestAborted)
            : _cache.AnswerAsync(
                key,
                AnswerEncoding.ChosenBy(http.Request),
                stop => MakeAsync(make, stop),
                http.RequestAborted);

    /// <summary>Sends a kept answer, or makes it in its turn.</summary>
    internal async Task SendAsync(HttpContext http, string? key, Func<CancellationToken, Task<SiteAnswer>> make)
    {
        SiteAnswer answer = await AnswerAsync(http, key, make).ConfigureAwait(false);
        await answer.ExecuteAsync(http).ConfigureAwait(false);
    }

    /// <summary>Sends a page of the site, with the way to managing for those who may.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">Everything that the page depends on, apart from the store and the reader.</param>
    /// <param name="basePath">The path of the front page.</param>
    /// <param name="load">Loads it; null for a page that is not there.</param>
    internal async Task SendPageAsync(
        HttpContext http, string? key, string basePath, Func<CancellationToken, Task<Page?>> load)
    {
        bool isManager = _door is not null && await _door.IsOpenAsync(http).ConfigureAwait(false);
        if (isManager && http.Features.Get<IOutputCacheFeature>() is { } kept)
        {
            // What a manager sees is not for the next reader, whatever the host's rules for keeping answers say.
            kept.Context.AllowCacheStorage = false;
        }

        await SendAsync(http, isManager && key is not null ? key + "\nmanager" : key, async stop =>
        {
            Page? page = await load(stop).ConfigureAwait(false);
            return Render(page ?? new NotFoundPage(), basePath, isManager);
        }).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _cache?.Dispose();
        _gate.Dispose();
    }

    internal SiteAnswer Render(Page page, string basePath, bool isManager = false) => SiteAnswer.Page(
        page switch
        {
            NotFoundPage { IsTakenDown: true } => StatusCodes.Status451UnavailableForLegalReasons,
            NotFoundPage => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status200OK,
        },
        new PageRenderer(new ServerPageLinks(basePath), isManager ? _pages with { IsManaged = true } : _pages)
            .Render(page)) with
    {
        // Whether an index is ready may change without a write.
        IsPassing = page is SearchPage { Trouble: not null },
    };

    /// <summary>The path of the front page, ending in a slash.</summary>
    /// <param name="http">The request.</param>
    /// <param name="depth">The number of parts that the requested path has below it.</param>
    internal string BasePathOf(HttpContext http, int depth)
    {
        if (options.PublicUrl is { } url)
        {
            return WithSlash(url.AbsolutePath);
        }

        string path = (http.Request.PathBase.ToUriComponent() + http.Request.Path.ToUriComponent()).TrimEnd('/');
        for (int i = 0; i < depth; i++)
        {
            path = path[..path.LastIndexOf('/')];
        }

        return WithSlash(path);
    }

    /// <summary>The address of the front page; null when the request names no usable host.</summary>
    internal Uri? AddressOf(HttpContext http, string basePath) =>
        options.PublicUrl is { } url ? new Uri(url, basePath)
        : Uri.TryCreate(
            $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{basePath}",
            UriKind.Absolute,
            out Uri? address)
            ? address
            : null;

    private Task<SiteAnswer> MakeAsync(Func<CancellationToken, Task<SiteAnswer>> make, CancellationToken stop) =>
        _gate.AnswerAsync(
            async () =>
            {
                SiteAnswer made = await make(stop).ConfigureAwait(false);
                return source.Stamp is { } stamp
                    ? made with { AsOf = (await stamp.ReadStampAsync(null, stop).ConfigureAwait(false)).AsOf }
                    : made;
            },
            stop);

    private static string WithSlash(string path) => path.EndsWith('/') ? path : path + "/";
}
