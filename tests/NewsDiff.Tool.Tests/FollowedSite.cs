namespace NewsDiff.Tool.Tests;

/// <summary>A site with a feed of two stories, and a database for the tool to follow it in.</summary>
public sealed class FollowedSite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FollowedSite(LoopbackSite site) => Site = site;

    /// <summary>The site.</summary>
    public LoopbackSite Site { get; }

    /// <summary>The path of the database.</summary>
    public string Database => _folder.File("news.db");

    /// <summary>The address of the feed.</summary>
    public string Feed => Site.Url("feed.xml").AbsoluteUri;

    /// <summary>The options that let the tool reach the site, without pauses between requests.</summary>
    public string[] Reach => ["--allow-private", Site.BaseUrl.Authority, "--gap", "0.001s"];

    /// <summary>These and the database.</summary>
    public string[] Web => [.. Reach, "--db", Database];

    /// <summary>Starts a site with the stories <c>/library</c> and <c>/bridge</c>, which nobody follows yet.</summary>
    public static async Task<FollowedSite> StartAsync()
    {
        LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/feed.xml", NewsPages.Feed(site, "library", "bridge"), "application/rss+xml");
        site.MapText("/library", NewsPages.Article("Library to stay open longer"));
        site.MapText("/bridge", NewsPages.Article("Bridge closed for a week"));
        return new FollowedSite(site);
    }

    /// <summary>Starts the site, follows its feed, and checks it once.</summary>
    public static async Task<FollowedSite> StartFollowedAsync()
    {
        FollowedSite followed = await StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        (await followed.RunAsync("check")).Exits(0);
        return followed;
    }

    /// <summary>Starts the followed site, changes a number in the library's story, and checks again.</summary>
    public static async Task<FollowedSite> StartChangedAsync()
    {
        FollowedSite followed = await StartFollowedAsync();
        followed.ChangeLibrary();
        (await followed.RunAsync("check", "--all")).Exits(0);
        return followed;
    }

    /// <summary>Puts 450 where the library's story said 300.</summary>
    public void ChangeLibrary() => Site.MapText(
        "/library",
        NewsPages.Article(
            "Library to stay open longer",
            NewsPages.First,
            NewsPages.Second.Replace("300", "450", StringComparison.Ordinal),
            NewsPages.Third));

    /// <summary>Runs a command that visits the web on the database.</summary>
    public Task<ToolResult> RunAsync(params string[] args) => ToolRun.RunAsync([.. args, .. Web]);

    /// <summary>Runs a command that only reads the database.</summary>
    public Task<ToolResult> ReadAsync(params string[] args) => ToolRun.RunAsync([.. args, "--db", Database]);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return Site.DisposeAsync();
    }
}
