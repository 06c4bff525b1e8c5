using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsDiff.Evaluation.Workers;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>Real servers for the simulated day: a feed a site, and news every two hours.</summary>
/// <remarks>A third of the news is edited twice. Every second site sends validators, and answers 304.</remarks>
internal sealed class DaySites : IAsyncDisposable
{
    private const int Paragraphs = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(2);
    private static readonly TimeSpan[] Edits = [TimeSpan.FromMinutes(40), TimeSpan.FromHours(5)];

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _begin;
    private readonly int _entries;
    private int _open;
    private long _requests;
    private long _notModified;

    private DaySites(WebApplication app, TimeProvider clock, int sites, int entries, int port)
    {
        (_app, _clock, _begin, _entries) = (app, clock, clock.GetUtcNow(), entries);
        Port = port;
        Hosts = [.. Enumerable.Range(0, sites).Select(site => $"{ManySites.AddressOf(site)}:{port}")];
    }

    public int Port { get; }

    public IReadOnlyList<string> Hosts { get; }

    public IEnumerable<Uri> Feeds => Hosts.Select(host => new Uri($"http://{host}/feed"));

    public long Requests => Volatile.Read(ref _requests);

    public long NotModified => Volatile.Read(ref _notModified);

    /// <summary>Whether no answer is being written.</summary>
    public bool IsIdle => Volatile.Read(ref _open) == 0;

    public static async Task<DaySites> StartAsync(TimeProvider clock, int sites, int entries)
    {
        int port = ManySites.FreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (int site = 0; site < sites; site++)
            {
                kestrel.Listen(ManySites.AddressOf(site), port);
            }
        });
        var all = new DaySites(builder.Build(), clock, sites, entries, port);
        all._app.Run(all.AnswerAsync);
        await all._app.StartAsync();
        return all;
    }

    /// <summary>The stories that the feeds have shown since the day began.</summary>
    public int CountPublished() =>
        Enumerable.Range(0, Hosts.Count).Sum(site => LatestOf(site) - LatestAt(site, _begin) + _entries);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _open);
        Interlocked.Increment(ref _requests);
        try
        {
            byte[] address = context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes();
            int site = (address[2] * 250) + address[3] - 1;
            string path = context.Request.Path.Value!;
            (string type, string tag, Func<string> text) = path switch
            {
                "/robots.txt" => ("text/plain", "robots", () => "User-agent: *\nDisallow: /private\n"),
                "/feed" => ("application/rss+xml", $"f{LatestOf(site)}", () => FeedOf(site)),
                _ => PageOf(site, int.Parse(path.AsSpan("/story/".Length), CultureInfo.InvariantCulture)),
            };
            await WriteAsync(context, type, site % 2 == 0 ? $"\"{tag}\"" : null, text);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private Task WriteAsync(HttpContext context, string type, string? tag, Func<string> text)
    {
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            Interlocked.Increment(ref _notModified);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.ETag = tag;
        return context.Response.WriteAsync(text(), context.RequestAborted);
    }

    /// <summary>The number of a site's newest story; those of before the day are 0 and less.</summary>
    private int LatestOf(int site) => LatestAt(site, _clock.GetUtcNow());

    private int LatestAt(int site, DateTimeOffset time) => (int)Math.Floor((time - FirstOf(site)) / Pause);

    private DateTimeOffset FirstOf(int site) => _begin + (Pause * (site % 120 / 120.0));

    private DateTimeOffset TimeOf(int site, int story) => FirstOf(site) + (Pause * story);

    private string FeedOf(int site)
    {
        int latest = LatestOf(site);
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Street news</title>");
        for (int story = latest; story > latest - _entries; story--)
        {
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<item><guid>{story}</guid><title>{TitleOf(site, story)}</title><link>/story/{story}</link>"
                + $"<pubDate>{TimeOf(site, story):R}</pubDate></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static string TitleOf(int site, int story) =>
        string.Create(CultureInfo.InvariantCulture, $"Street {site} hears about plan {story} for its bridge");

    private (string Type, string Tag, Func<string> Text) PageOf(int site, int story)
    {
        DateTimeOffset published = TimeOf(site, story);
        int edits = story % 3 == 0 ? Edits.Count(edit => published + edit <= _clock.GetUtcNow()) : 0;
        return ("text/html", $"s{edits}", () => PageText(site, story, published, edits));
    }

    private static string PageText(int site, int story, DateTimeOffset published, int edits)
    {
        string title = TitleOf(site, story);
        var page = new StringBuilder($"<!doctype html><html lang=en><head><title>{title}</title></head><body><ul>");
        for (int link = 0; link < 40; link++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"menu-item menu-item-{link}\"><a href=\"/section/{link}\">Section {link}</a></li>");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"</ul><article><h1>{title}</h1><time datetime=\"{published:O}\">now</time>");
        for (int paragraph = 0; paragraph < Paragraphs; paragraph++)
        {
            string word = paragraph < edits ? "neighbours" : "residents";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>On day {paragraph} of its talks about plan {story}, the council of street {site} heard {word} "
                + $"who had walked over the old bridge for years, asked the engineers what a new one would cost, "
                + $"and put off its decision by {paragraph + 2} weeks, until the report of the region is there.</p>");
        }

        return page.Append("</article><footer>Street news</footer></body></html>").ToString();
    }
}
