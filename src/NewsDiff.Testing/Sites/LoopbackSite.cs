using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Testing.Sites;

/// <summary>A real web site on 127.0.0.1 whose pages a test sets.</summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    /// <summary>Its address, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts an empty site: every path answers 404 until it is set.</summary>
    public static async Task<LoopbackSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });

        WebApplication app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.BaseUrl = new Uri(app.Urls.Single().TrimEnd('/') + "/");
        return site;
    }

    /// <summary>The absolute address of a path of this site.</summary>
    public Uri Url(string path) => new(BaseUrl, path);

    /// <summary>The requests for a path.</summary>
    public IReadOnlyList<RecordedRequest> RequestsFor(string path) =>
        [.. _requests.Where(request => request.Path == path)];

    /// <summary>Sets what a path (without query) answers, from now on.</summary>
    public LoopbackSite Map(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return this;
    }

    /// <summary>Sets a path to answer 200 with a text.</summary>
    public LoopbackSite MapText(string path, string text, string contentType = "text/html; charset=utf-8") =>
        Map(path, context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(text);
        });

    /// <summary>Sets a path to answer with a bare status.</summary>
    public LoopbackSite MapStatus(string path, int status) =>
        Map(path, context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    /// <summary>Sets a path to redirect.</summary>
    public LoopbackSite MapRedirect(string path, string location, int status = 302) =>
        Map(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(new RecordedRequest(
            context.Request.Path.Value ?? "/",
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_pages.TryGetValue(context.Request.Path.Value ?? "/", out RequestDelegate? answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
