using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Evaluation.Workers;

/// <summary>Many sites, each an address of the loopback network, that answer slowly and note who asked when.</summary>
/// <remarks>A page changes at every visit.</remarks>
internal sealed class ManySites : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SiteRequest> _requests = [];
    private readonly ConcurrentDictionary<string, int> _visits = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly int _leastLatency;
    private readonly int _mostLatency;

    private ManySites(WebApplication app, int sites, int port, int leastLatency, int mostLatency)
    {
        (_app, Count, Port) = (app, sites, port);
        (_leastLatency, _mostLatency) = (leastLatency, mostLatency);
    }

    /// <summary>The number of sites.</summary>
    public int Count { get; }

    /// <summary>The port of all sites.</summary>
    public int Port { get; }

    /// <summary>The time since the start.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    /// <summary>The requests so far that are over.</summary>
    public SiteRequest[] Requests => [.. _requests];

    public static async Task<ManySites> StartAsync(int sites, int leastLatency, int mostLatency)
    {
        int port = FreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (int site = 0; site < sites; site++)
            {
                kestrel.Listen(AddressOf(site), port);
            }
        });
        var all = new ManySites(builder.Build(), sites, port, leastLatency, mostLatency);
        all._app.Run(all.AnswerAsync);
        await all._app.StartAsync();
        return all;
    }

    /// <summary>The address of a site: 127.0.0.1, 127.0.0.2 and so on.</summary>
    public static IPAddress AddressOf(int site) => new([127, 0, (byte)(site / 250), (byte)((site % 250) + 1)]);

    public Uri PageOf(int site, int page) => new(string.Create(
        CultureInfo.InvariantCulture, $"http://{AddressOf(site)}:{Port}/story/{page}"));

    /// <summary>Forgets the requests so far.</summary>
    public void Clear() => _requests.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        TimeSpan begin = Now;
        byte[] address = context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes();
        int site = (address[2] * 250) + address[3] - 1;
        string path = context.Request.Path;
        string agent = context.Request.Headers.UserAgent.ToString();
        int worker = int.Parse(agent.AsSpan(agent.IndexOf('/') + 1), CultureInfo.InvariantCulture);
        try
        {
            int latency = Random.Shared.Next(_leastLatency, _mostLatency + 1);
            await Task.Delay(latency, context.RequestAborted);
            if (path == "/robots.txt")
            {
                await context.Response.WriteAsync("User-agent: *\nDisallow: /private\n", context.RequestAborted);
            }
            else
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(PageText(site, path), context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The worker was killed, or gave up; its request counts all the same.
        }
        finally
        {
            _requests.Enqueue(new SiteRequest(site, path, worker, begin, Now));
        }
    }

    private string PageText(int site, string path)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{site} {path}");
        int visits = _visits.AddOrUpdate(name, 1, static (_, known) => known + 1);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<html><body><article><h1>The bridge of street {name}</h1>");
        for (int paragraph = 1; paragraph <= 8; paragraph++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>The council of street {name} met for the {paragraph}. time to decide about the old bridge, "
                + $"and heard {(paragraph == 1 ? visits : paragraph)} neighbours before it closed the road.</p>");
        }

        return page.Append("</article></body></html>").ToString();
    }
}
