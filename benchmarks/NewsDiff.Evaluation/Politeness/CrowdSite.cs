using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsDiff.TestSupport.Faults;

namespace NewsDiff.Evaluation.Politeness;

/// <summary>A crowd of hosts on one loopback port that watch how politely each of them is asked.</summary>
internal sealed class CrowdSite : IAsyncDisposable
{
    private const string Tag = "\"v1\"";
    private static readonly byte[] Page =
        "<html><head><title>Harbour</title></head><body><p>The ferry sailed again on Monday.</p></body></html>"u8.ToArray();

    private readonly ConcurrentDictionary<string, HostWatch> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WebApplication _app;
    private readonly TimeSpan _gap;
    private long _pages;

    private CrowdSite(WebApplication app, TimeSpan gap)
    {
        _app = app;
        _gap = gap;
    }

    /// <summary>The network on which the hosts are.</summary>
    public FaultNetwork Network { get; } = new();

    /// <summary>How many pages were asked for, without robots.txt.</summary>
    public long Pages => Interlocked.Read(ref _pages);

    /// <summary>How often a site was asked while another request to it was running.</summary>
    public int Overlaps => _hosts.Values.Sum(host => host.Overlaps);

    /// <summary>How often a site was asked again before the gap had passed.</summary>
    public int ShortGaps => _hosts.Values.Sum(host => host.ShortGaps);

    /// <summary>The shortest gap, in milliseconds.</summary>
    public double ShortestGap => _hosts.Values.Min(host => host.Shortest).TotalMilliseconds;

    /// <summary>Opens hosts named <c>host0.example</c> and so on.</summary>
    public static async Task<CrowdSite> OpenAsync(int hosts, TimeSpan gap)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var site = new CrowdSite(app, gap);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        int port = new Uri(app.Urls.Single()).Port;
        for (int host = 0; host < hosts; host++)
        {
            site.Network.Place(NameOf(host), port);
        }

        return site;
    }

    /// <summary>The address of a page.</summary>
    public static Uri Url(int host, int page) => new(FormattableString.Invariant($"http://{NameOf(host)}/{page}"));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Network.DisposeAsync();
    }

    private static string NameOf(int host) => FormattableString.Invariant($"host{host}.example");

    private async Task AnswerAsync(HttpContext context)
    {
        HostWatch host = _hosts.GetOrAdd(context.Request.Host.Host, static _ => new HostWatch());
        host.Begin(_gap);
        bool isPage = context.Request.Path != "/robots.txt";
        bool isKnown = isPage && context.Request.Headers.IfNoneMatch == Tag;
        Interlocked.Add(ref _pages, isPage ? 1 : 0);
        context.Response.Headers.ETag = Tag;
        context.Response.StatusCode = (isPage, isKnown) switch
        {
            (false, _) => StatusCodes.Status404NotFound,
            (_, true) => StatusCodes.Status304NotModified,
            _ => StatusCodes.Status200OK,
        };

        // Once the answer is under way the client may have it before this thread goes on.
        host.End();
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = Page.Length;
            await context.Response.Body.WriteAsync(Page);
        }
    }

    private sealed class HostWatch
    {
        private readonly Lock _gate = new();
        private int _inFlight;
        private long _lastEnd;

        public int Overlaps { get; private set; }

        public int ShortGaps { get; private set; }

        public TimeSpan Shortest { get; private set; } = TimeSpan.MaxValue;

        public void Begin(TimeSpan gap)
        {
            lock (_gate)
            {
                Overlaps += _inFlight++ > 0 ? 1 : 0;
                if (_lastEnd == 0)
                {
                    return;
                }

                TimeSpan since = Stopwatch.GetElapsedTime(_lastEnd);
                Shortest = since < Shortest ? since : Shortest;
                ShortGaps += since < gap ? 1 : 0;
            }
        }

        public void End()
        {
            lock (_gate)
            {
                _inFlight--;
                _lastEnd = Stopwatch.GetTimestamp();
            }
        }
    }
}
