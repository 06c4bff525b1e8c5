using System.Globalization;
using System.Security;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>
/// Serves captured articles on the loopback interface, one capture at a time, with a feed that announces them.
/// </summary>
internal sealed class CaptureSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<CapturedArticle> _articles;

    private CaptureSite(WebApplication application, List<CapturedArticle> articles)
    {
        _application = application;
        _articles = articles;
    }

    /// <summary>Which capture is served, counted from 0; an article that has fewer stays at its last.</summary>
    internal int Round { get; set; }

    internal Uri Address => new(_application.Urls.First());

    internal static async Task<CaptureSite> StartAsync(List<CapturedArticle> articles)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new CaptureSite(builder.Build(), articles);
        site._application.MapGet("/feed.xml", () => Results.Content(site.Feed(), "application/rss+xml", Encoding.UTF8));
        site._application.MapGet(
            "/story/{number:int}/{name}",
            (int number, string name) => Results.Content(site.Page(number), "text/html", Encoding.UTF8));
        await site._application.StartAsync();
        return site;
    }

    /// <summary>The address of an article.</summary>
    internal Uri AddressOf(int number) =>
        new(Address, $"/story/{number.ToString(CultureInfo.InvariantCulture)}/captured-page");

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private string Page(int number) => _articles[number].Pages[Math.Min(Round, _articles[number].Pages.Count - 1)];

    private string Feed()
    {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Captures</title>");
        for (int number = 0; number < _articles.Count; number++)
        {
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<item><link>{SecurityElement.Escape(AddressOf(number).AbsoluteUri)}</link></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
