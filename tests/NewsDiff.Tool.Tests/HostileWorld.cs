using System.Text.RegularExpressions;
using NewsDiff.TestSupport.Faults;

namespace NewsDiff.Tool.Tests;

/// <summary>A site, files and a database in which every text tries to take over the terminal.</summary>
public sealed class HostileWorld : IAsyncDisposable
{
    /// <summary>
    /// Sets the title of the window, clears the screen, rings, goes on in C1, and reverses what follows.
    /// </summary>
    public const string Evil = "\e]0;owned\a\e[2J\u009b31m\u202Egnorw\u2066\u2028x\u206A";

    /// <summary>The same, as far as XML and HTML can hold it.</summary>
    private const string Marked = "&#x9b;31m\u202Egnorw\u2066\u2028x\u206A &lt;/script&gt;";

    private readonly TemporaryFolder _folder = new();
    private readonly FaultSite _site = new();
    private int _visits;

    private HostileWorld()
    {
    }

    /// <summary>Opens the world and follows its feed, whose story changes between two checks.</summary>
    public static async Task<HostileWorld> StartAsync()
    {
        var world = new HostileWorld();
        world._site.On("/feed.xml", 200, world.Feed, "Content-Type: application/rss+xml")
            .On(
                "/story",
                connection => connection.ReplyAsync(200, world.NextStory(), "Content-Type: text/html; charset=utf-8"))
            .On("/coding", 200, "x", $"Content-Encoding: {Evil}", "Content-Type: text/html")
            .On("/type", 200, "x", $"Content-Type: text/{Evil}")
            .On("/etag", 200, world.NextStory(), $"ETag: \"{Evil}\"", "Content-Type: text/html; charset=utf-8")
            .On("/away", 302, "", $"Location: ftp://{Evil}/")
            .On(
                "/robots.txt",
                200,
                $"User-agent: *\nDisallow: /no{Evil}\nSitemap: http://127.0.0.1/{Evil}\n",
                "Content-Type: text/plain");
        (await world.RunAsync("add", "{feed}", "--source", Evil, "--include", $"title:{Regex.Escape(Evil)}|.")).Exits(
            0);
        (await world.RunAsync("check", "--all")).Exits(3);
        (await world.RunAsync("check", "--all")).Exits(3);
        return world;
    }

    /// <summary>Runs a command in which names in braces stand for addresses and files.</summary>
    public Task<ToolResult> RunAsync(params string[] args)
    {
        string[] web = args[0] is "add" or "check" or "url" or "fetch" or "feeds" or "extract" or "robots" or "history"
            ? ["--allow-private", "127.0.0.1", "--gap", "0.001s"]
            : [];
        string[] store = args[0] is "diff" or "extract" or "rules" or "feeds" or "fetch" or "robots"
            || args.Contains("--db")
            ? []
            : ["--db", _folder.File("news.db")];
        return ToolRun.RunAsync([.. args.Select(Fill), .. web, .. store]);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    private string Feed => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Feed {Marked}</title><link>http://127.0.0.1:{_site.Port}/</link>
        <item><title>Story {Marked}</title><link>http://127.0.0.1:{_site.Port}/story</link><guid>{Marked}</guid><author>{Marked}</author></item>
        <item><title>Broken</title><link>http://127.0.0.1:{_site.Port}/coding</link></item>
        <item><title>Odd</title><link>http://127.0.0.1:{_site.Port}/type</link></item>
        </channel></rss>
        """;

    private string NextStory() => NewsPages.Article(
        $"Story {Marked}", NewsPages.First + Marked,
        NewsPages.Second.Replace("300", $"{300 + _visits++}", StringComparison.Ordinal), NewsPages.Third);

    private string Fill(string argument) => argument switch
    {
        ['{', .. var name, '}'] => name switch
        {
            "page" => _folder.Write("page.html", NextStory()),
            "text" => _folder.Write($"text{Evil}.txt", $"One {Evil}\n\nTwo."),
            "other" => _folder.Write("other.txt", $"One {Evil} more.\n\nTwo."),
            "list" =>
                _folder.Write(
                    "list.opml", $"<opml><body><outline text='{Marked}' xmlUrl='javascript:{Marked}'/></body></opml>"),
            "rules" => _folder.Write("rules.json", """[{ "host": "example.org", "body": "article", "title": "h1" }]"""),
            "wrong" =>
                _folder.Write(
                    "wrong.json",
                    $$"""[{ "host": "{{Evil.Replace("\e", "\\u001b", StringComparison.Ordinal)}}", "nonsense": 1 }]"""),
            "feedfile" => _folder.Write($"feed{Evil}.xml", Feed),
            "missing" => _folder.File($"missing{Evil}"),
            _ => $"http://127.0.0.1:{_site.Port}/{(name == "feed" ? "feed.xml" : name)}",
        },
        _ => argument,
    };
}
