using System.Collections.Concurrent;
using System.Globalization;
using System.Security;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Evaluation.Delivery;

/// <summary>A site on the loopback interface whose stories are edited before each visit.</summary>
internal sealed class ChangingSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly int _stories;
    private readonly ConcurrentDictionary<int, int> _edits = [];

    private ChangingSite(WebApplication application, int stories) => (_application, _stories) = (application, stories);

    /// <summary>Whether the stories stay as they are from now on.</summary>
    internal bool IsStill { get; set; }

    internal Uri Feed => new(new Uri(_application.Urls.First()), "/feed.xml");

    internal static async Task<ChangingSite> StartAsync(int stories)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new ChangingSite(builder.Build(), stories);
        site._application.MapGet("/feed.xml", () => Results.Content(site.List(), "application/rss+xml", Encoding.UTF8));
        site._application.MapGet(
            "/story/{number:int}", (int number) => Results.Content(site.Story(number), "text/html", Encoding.UTF8));
        await site._application.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private string Story(int number)
    {
        int edits = _edits.AddOrUpdate(number, 1, (_, known) => IsStill ? known : known + 1);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<html><body><article><h1>The bridge of street {number}</h1>");
        for (int paragraph = 1; paragraph <= 8; paragraph++)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>The council of street {number} met for the {paragraph}. time to decide about the old bridge, "
                + $"and heard {(paragraph == 1 ? edits : paragraph)} neighbours before it closed the road.</p>");
        }

        return page.Append("</article></body></html>").ToString();
    }

    private string List()
    {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Streets</title>");
        for (int number = 1; number <= _stories; number++)
        {
            string url = new Uri(Feed, string.Create(CultureInfo.InvariantCulture, $"/story/{number}")).AbsoluteUri;
            feed.Append(CultureInfo.InvariantCulture, $"<item><link>{SecurityElement.Escape(url)}</link></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
