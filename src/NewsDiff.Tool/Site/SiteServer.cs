using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.Rendering.Pages;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Site;

/// <summary>Serves the pages of a database on the loopback interface.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private readonly WebApplication _app;

    private SiteServer(WebApplication app) => _app = app;

    /// <summary>The front page.</summary>
    internal Uri Url => new(_app.Urls.First() + "/");

    /// <summary>Starts serving.</summary>
    /// <param name="store">The database.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="reportFault">Told of what kept a page from being served.</param>
    /// <param name="stop">Stops the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    internal static async Task<SiteServer> StartAsync(
        NewsStore store, int port, Action<Exception> reportFault, CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();

        // A page of the web whose name is made to point to this machine must not read the database through a browser.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = LocalNames);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        WebApplication app = builder.Build();
        app.UseHostFiltering();
        app.Use(AddSecurityHeaders);
        app.Use((context, next) => AnswerFaultsAsync(context, next, reportFault));
        new SiteEndpoints(store).Map(app);
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

    /// <summary>Serves until it is stopped; requests in hand are answered first.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = stop.Register(stopped.SetResult);
        await stopped.Task.ConfigureAwait(false);
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>One page that cannot be made must not end the others.</summary>
    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next, Action<Exception> reportFault)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            reportFault(fault);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync("The page could not be made; the terminal that serves says why.", context.RequestAborted)
                .ConfigureAwait(false);
        }
    }

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageRenderer.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
