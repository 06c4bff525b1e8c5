using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.TestSupport;

/// <summary>A small web archive on 127.0.0.1: a CDX server, time maps, and captures as they were.</summary>
public sealed class LoopbackArchive : IAsyncDisposable
{
    private readonly List<(string Time, Uri Page, string Html)> _captures = [];

    private LoopbackArchive(LoopbackSite site) => Site = site;

    /// <summary>The server.</summary>
    public LoopbackSite Site { get; }

    /// <summary>The captures' addresses up to the time.</summary>
    public Uri Captures => Site.Url("web/");

    /// <summary>The CDX server.</summary>
    public Uri CdxServer => Site.Url("cdx/search/cdx");

    /// <summary>Starts an empty archive.</summary>
    public static async Task<LoopbackArchive> StartAsync()
    {
        var archive = new LoopbackArchive(await LoopbackSite.StartAsync());
        archive.Site.Map("/cdx/search/cdx", archive.AnswerCdxAsync);
        return archive;
    }

    /// <summary>
    /// Adds a capture; requests for a nearby time are redirected to it.
    /// </summary>
    /// <param name="time">14 digits.</param>
    /// <param name="page">The page.</param>
    /// <param name="html">What it said.</param>
    public void Capture(string time, Uri page, string html)
    {
        ArgumentNullException.ThrowIfNull(page);
        _captures.Add((time, page, html));
        string path = page.GetLeftPart(UriPartial.Path);
        Site.MapText($"/web/{time}id_/{path}", html);
        Site.MapText($"/web/{time}/{path}", "<html><body>The archive's own banner</body></html>");
        Site.MapRedirect($"/web/{time[..8]}id_/{path}", $"/web/{time}id_/{page.AbsoluteUri}");
        Site.Map($"/web/timemap/link/{path}", context => AnswerTimeMapAsync(context, page));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private Task AnswerCdxAsync(HttpContext context)
    {
        string url = context.Request.Query["url"].ToString();
        string from = context.Request.Query["from"].ToString();
        IEnumerable<string> rows = _captures
            .Where(capture => capture.Page.AbsoluteUri == url && string.CompareOrdinal(capture.Time, from) >= 0)
            .Select(
                capture =>
                    $"[\"{capture.Time}\",\"{capture.Page.AbsoluteUri}\",\"text/html\",\"200\",\"{capture.Html.GetHashCode(StringComparison.Ordinal)}\"]");
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            $"[{string.Join(",\n", rows.Prepend("[\"timestamp\",\"original\",\"mimetype\",\"statuscode\",\"digest\"]"))}]");
    }

    private Task AnswerTimeMapAsync(HttpContext context, Uri page)
    {
        IEnumerable<string> links = _captures.Where(capture => capture.Page == page).Select(capture =>
        {
            var time = DateTimeOffset.ParseExact(
                capture.Time, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            return $"<{Captures}{capture.Time}/{page.AbsoluteUri}>; rel=\"memento\"; datetime=\"{time:r}\"";
        });
        context.Response.ContentType = "application/link-format";
        return context.Response.WriteAsync(
            string.Join(",\n", links.Prepend($"<{page.AbsoluteUri}>; rel=\"original\"")));
    }
}
