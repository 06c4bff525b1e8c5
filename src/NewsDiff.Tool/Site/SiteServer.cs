using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.Pages;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Site;

/// <summary>Serves the pages of a database on the loopback interface.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private const string Methods = "GET, HEAD, OPTIONS";

    // Browsers keep up to six open, and each tab of a slow one counts.
    private const int MostConnections = 256;

    private readonly WebApplication _app;
    private readonly SiteGate _gate;

    private SiteServer(WebApplication app, SiteGate gate)
    {
        _app = app;
        _gate = gate;
    }

    /// <summary>The front page.</summary>
    internal Uri Url => new(_app.Urls.First() + "/");

    /// <summary>Starts serving.</summary>
    /// <param name="store">The database.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="reportFault">Receives the faults that kept a page from being served.</param>
    /// <param name="stop">Stops the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    internal static async Task<SiteServer> StartAsync(
        NewsStore store, int port, Action<Exception> reportFault, CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;

            // Nothing that is served takes a body.
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        WebApplication app = builder.Build();
        var gate = new SiteGate();
        app.Use((context, next) => AnswerFaultsAsync(context, next, reportFault));
        app.Use(AddSecurityHeaders);
        app.Use(RefuseAsync);
        new SiteEndpoints(store, gate).Map(app);
        var server = new SiteServer(app, gate);
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

    /// <summary>Serves until it is stopped; current requests are answered first.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = stop.Register(stopped.SetResult);
        await stopped.Task.ConfigureAwait(false);
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

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
            // The client has gone.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            reportFault(fault);
            await SiteAnswer.Sentence(
                StatusCodes.Status500InternalServerError,
                "The page could not be rendered. See the terminal that runs newsdiff serve.")
                .SendAsync(context).ConfigureAwait(false);
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

    /// <summary>Refuses requests under foreign host names and methods other than GET and HEAD.</summary>
    private static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        string method = context.Request.Method;
        if (!LocalHost.IsNamed(context.Request.Host))
        {
            return SiteAnswer
                .Sentence(
                    StatusCodes.Status400BadRequest,
                    "Pages are served only under this machine's own names, such as localhost.")
                .SendAsync(context);
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return next(context);
        }

        context.Response.Headers.Allow = Methods;
        if (HttpMethods.IsOptions(method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return SiteAnswer.Sentence(StatusCodes.Status405MethodNotAllowed, "The pages are read-only.")
            .SendAsync(context);
    }
}
