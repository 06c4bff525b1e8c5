using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsDiff.Rendering.Html;

namespace NewsDiff.Evaluation.Xss;

/// <summary>A server of a stranger: feeds, pages, rules for robots and refusals that are harmful texts.</summary>
internal sealed class HostileWeb : IAsyncDisposable
{
    private const int TextsOfTitle = 30;
    private const int EntriesOfFeed = 10;

    /// <summary>The signs that mean something in a line of robots.txt, or end it.</summary>
    private static readonly SearchValues<char> RobotsSigns = SearchValues.Create("\r\n#*$%");

    private readonly WebApplication _app;

    private HostileWeb(WebApplication app, int feeds, int pages)
    {
        _app = app;
        Feeds = feeds;
        Pages = pages;
    }

    /// <summary>Where it is.</summary>
    internal Uri Url => new(_app.Urls.First());

    /// <summary>The number of feeds.</summary>
    internal int Feeds { get; }

    /// <summary>The number of pages, and of fronts that name feeds.</summary>
    internal int Pages { get; }

    internal static async Task<HostileWeb> StartAsync(ImmutableArray<string> texts)
    {
        string[][] titles = [.. texts.Chunk(TextsOfTitle)];
        string[][][] feeds = [.. titles.Chunk(EntriesOfFeed)];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.MapGet("/robots.txt", () => Results.Text(RobotsOf(texts), "text/plain; charset=utf-8"));
        app.MapGet("/feed/{n:int}", (int n) => Results.Text(FeedOf(feeds[n]), "application/rss+xml; charset=utf-8"));
        app.MapGet("/page/{n:int}", (int n) => Results.Text(PageOf(titles[n]), "text/html; charset=utf-8"));
        app.MapGet("/front/{n:int}", (int n) => Results.Text(FrontOf(titles[n]), "text/html; charset=utf-8"));
        await app.StartAsync();
        return new HostileWeb(app, feeds.Length, titles.Length);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The texts that a line of a robots.txt can hold.</summary>
    internal static IEnumerable<string> ForRobots(IEnumerable<string> texts) =>
        texts.Where(static text => text.Length < 400 && !text.AsSpan().ContainsAny(RobotsSigns)).Take(200);

    private static string RobotsOf(IEnumerable<string> texts) => "User-agent: *\n" + string.Concat(
        ForRobots(texts).Select(static text => $"Disallow: /closed/{text}\n"));

    private static string FeedOf(string[][] titles) => new XDocument(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XElement(
            "channel",
            new XElement("title", Clean(string.Join(' ', titles.SelectMany(some => some)))),
            titles.Select((some, i) => new XElement(
                "item",
                new XElement("title", Clean(string.Join(' ', some))),
                new XElement("link", Clean(i % 2 == 0 ? some[0] : $"https://news.example/{i}?{some[0]}")),
                new XElement("guid", Clean($"{i} {some[0]}"))))))).ToString();

    private static string PageOf(string[] texts) =>
        $"""
         <!DOCTYPE html><html lang="en"><head><title>{Encode(texts)}</title>
         <meta property="og:type" content="article"><meta property="og:site_name" content="{Encode(texts)}">
         <meta property="og:title" content="{Encode(texts)}"><meta name="author" content="{Encode(texts)}"></head>
         <body><article><h1>{Encode(texts)}</h1><p class="byline">{Encode(texts)}</p>
         {string.Concat(texts.Select(Sentence))}
         <p>Nobody on the quay knew who had put up the sign, and the harbour office did not want to say so.</p>
         </article></body></html>
         """;

    private static string FrontOf(string[] texts) =>
        $"""
         <!DOCTYPE html><html><head><title>{Encode(texts)}</title>
         {string.Concat(texts.Select(LinkTo))}
         </head><body><p>{Encode(texts)}</p></body></html>
         """;

    private static string Sentence(string text) =>
        $"<p>The gulls sat on the quay, and a sign said {Encode(text)} to all.</p>\n";

    private static string LinkTo(string text, int i) =>
        $"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{Encode(text)}\" "
        + $"href=\"/feed/0?{i}&amp;{Encode(text)}\">\n";

    private static string Encode(params string[] texts) => HtmlText.Encode(string.Join(' ', texts));

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));
}
