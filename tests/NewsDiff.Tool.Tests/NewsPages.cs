namespace NewsDiff.Tool.Tests;

/// <summary>Pages of a small news site.</summary>
internal static class NewsPages
{
    internal const string First =
        "The town library will stay open until ten in the evening from next month, the council said on Tuesday after "
        + "a long debate.";

    internal const string Second =
        "About 300 readers had signed a petition that asked for longer hours, most of them students who work during "
        + "the day.";

    internal const string Third =
        "The extra cost of 40,000 a year is to be met from the sale of the old fire station, which has been empty "
        + "since the spring.";

    /// <summary>A page with an article.</summary>
    internal static string Article(string title, params string[] paragraphs) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{title} | Town News</title></head>
        <body>
        <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <main><article><h1>{title}</h1>
        {string.Concat((paragraphs.Length > 0 ? paragraphs : [First, Second, Third]).Select(text => $"<p>{text}</p>\n"))}
        </article></main>
        <footer><p>Town News</p></footer>
        </body>
        </html>
        """;

    /// <summary>A page that is no article, with links in its head.</summary>
    internal static string Front(params string[] feeds) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Town News</title>
        {string.Concat(feeds.Select(feed => $"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{feed}\">\n"))}
        </head>
        <body><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul></body>
        </html>
        """;

    /// <summary>An RSS feed of pages of a site.</summary>
    internal static string Feed(LoopbackSite site, params string[] paths) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Town News</title><link>{site.BaseUrl}</link><description>News</description>
        {string.Concat(paths.Select(path => $"<item><title>{path}</title><link>{site.Url(path)}</link></item>\n"))}
        </channel></rss>
        """;
}
