using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.AspNetCore;
using NewsDiff.Pages;

namespace NewsDiff.Tool.Site;

/// <summary>Serves the pages of a database.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string Methods = "GET, HEAD, OPTIONS";

    // A browser keeps up to six connections open, and so may each tab.
    private const int MostConnections = 256;

    private readonly WebApplication _app;

    private SiteServer(WebApplication app) => _app = app;

    /// <summary>The front page.</summary>
    internal Uri Url => new(_app.Urls.First() + "/");

    /// <summary>Starts serving.</summary>
    /// <param name="pages">The pages of the database.</param>
    /// <param name="place">Where to listen, and under which address the pages are read.</param>
    /// <param name="management">What managing by pages needs; null for pages that only read.</param>
    /// <param name="reportFault">Receives the faults that kept a page from being served.</param>
    /// <param name="stop">Stops the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    internal static async Task<SiteServer> StartAsync(
        PageSource pages,
        SitePlace place,
        SiteManagement? management,
        Action<Exception> reportFault,
        CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;

            // No request needs a body, except the forms for managing, which have a limit of their own.
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(place.Listen, place.Port);
        });
        management?.AddTo(builder);
        WebApplication app = builder.Build();
        Map(app, pages, place, management, reportFault);
        var server = new SiteServer(app);
        try
        {
            await app.StartAsync(stop).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return server;
    }

    private static void Map(
        WebApplication app,
        PageSource pages,
        SitePlace place,
        SiteManagement? management,
        Action<Exception> reportFault)
    {
        app.Use((context, next) => AnswerFaultsAsync(context, next, reportFault));
        app.Use(AddSecurityHeaders);
        var names = new SiteHost(place.PublicUrl);
        app.Use((context, next) => RefuseAsync(names, management is not null, context, next));
        if (management is not null)
        {
            app.Use(SiteManagement.NameUserAsync);
            app.UseRouting();
            app.UseAuthorization();
        }

        app.MapNewsDiff(options: place.OptionsFor(pages, isManaged: management is not null));
        app.Map("/health", context => context.Response.WriteAsync("ok\n", context.RequestAborted));
        MapUnknown(app, place, isManaged: management is not null);
    }

    /// <summary>Serves until it is stopped; it answers the current requests first.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = stop.Register(stopped.SetResult);
        await stopped.Task.ConfigureAwait(false);
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void MapUnknown(WebApplication app, SitePlace place, bool isManaged)
    {
        var links = new ServerPageLinks(place.PublicUrl?.AbsolutePath ?? "/");
        var options = new PageOptions
        {
            LinkStyles = true,
            IsServed = true,
            HasSearch = true,
            IsManaged = isManaged,
            Language = place.Language,
        };
        string page = new PageRenderer(links, options).Render(new NotFoundPage());
        app.MapFallback("{**path}", context =>
            SendAsync(context, StatusCodes.Status404NotFound, "text/html; charset=utf-8", page));
    }

    private static async Task SendAsync(HttpContext context, int status, string type, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static Task SayAsync(HttpContext context, int status, string sentence) =>
        SendAsync(context, status, "text/plain; charset=utf-8", sentence + "\n");

    /// <summary>Keeps the server running when a page fails.</summary>
    /// <remarks>The fault goes to the terminal, not to the client.</remarks>
    private static async Task AnswerFaultsAsync(
        HttpContext context,
        RequestDelegate next,
        Action<Exception> reportFault)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            reportFault(fault);
            await SayAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "The page could not be rendered. See the terminal that runs newsdiff serve.").ConfigureAwait(false);
        }
    }

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageRenderer.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }

    /// <summary>Refuses foreign host names, and methods other than GET, HEAD and OPTIONS.</summary>
    /// <remarks>Forms for managing are posted.</remarks>
    private static Task RefuseAsync(SiteHost names, bool isManaged, HttpContext context, RequestDelegate next)
    {
        string method = context.Request.Method;
        if (!names.IsNamed(context.Request.Host))
        {
            return SayAsync(
                context,
                StatusCodes.Status400BadRequest,
                "Pages are served only under this machine's own names, such as localhost, and under --public-url.");
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
            || (isManaged && HttpMethods.IsPost(method)
                && context.Request.Path.StartsWithSegments("/manage", StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        context.Response.Headers.Allow = Methods;
        if (HttpMethods.IsOptions(method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return SayAsync(context, StatusCodes.Status405MethodNotAllowed, "The pages are read-only.");
    }
}
