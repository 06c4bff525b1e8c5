using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>Extracts pages that a test writes itself.</summary>
internal static class Pages
{
    public static ExtractionResult Extract(
        string html,
        string url = "https://example.org/a",
        ExtractionOptions? options = null) =>
        new HtmlArticleExtractor(options).Extract(
            new ExtractionRequest { Html = html, Url = new Uri(url) }, TestContext.Current.CancellationToken);
}
