using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tool.Tests;

/// <summary>Finds the command of the tool that reads what an input is.</summary>
internal static class HostileCommands
{
    private const string Address = "https://example.org/news/story";
    private const string Robots = "/robots.txt";
    private const string TimeMap = "/timemap/link/" + Address;

    /// <summary>The arguments, with the input as a file of a folder or as a site's answer.</summary>
    public static string[] For(HostileInput input, TemporaryFolder folder, LoopbackSite site)
    {
        string file = folder.File(input.Kind == HostileKind.Warc ? "input.warc" : "input");
        File.WriteAllBytes(file, input.Make());
        string[] database = ["--db", folder.File("news.db")];
        string[] reach = ["--allow-private", site.BaseUrl.Authority, "--gap", "0.001s"];
        switch (input.Kind)
        {
            case HostileKind.Page:
                return ["extract", file, "--url", Address];
            case HostileKind.Feed:
                return ["feeds", file];
            case HostileKind.Opml:
                return ["import", file, .. database];
            case HostileKind.Robots:
                Serve(site, Robots, file);
                return ["robots", site.Url("story").AbsoluteUri, .. reach];
            case HostileKind.TimeMap:
                Serve(site, TimeMap, file);
                return ["history", Address, "--list", "--archive", site.BaseUrl.AbsoluteUri, .. database, .. reach];
            case HostileKind.Warc:
                return ["replay", file, .. database];
            case HostileKind.Rules:
                File.WriteAllText(folder.File("page.html"), NewsPages.Article("Library to stay open longer"));
                return ["rules", file, folder.File("page.html"), "--url", Address];
            default:
                throw new ArgumentOutOfRangeException(nameof(input));
        }
    }

    /// <summary>Whether a path of the site answers with an input.</summary>
    public static bool Serves(string path) => path is Robots or TimeMap;

    private static void Serve(LoopbackSite site, string path, string file) =>
        site.Map(path, context => context.Response.Body.WriteAsync(File.ReadAllBytes(file)).AsTask());
}
