using NewsDiff.Extraction;
using NewsDiff.Text;

namespace NewsDiff.Research.Import;

/// <summary>Reads pages as articles, several at once and in their order.</summary>
internal static class PageReader
{
    internal static IAsyncEnumerable<ImportedVersion> ReadAllAsync(
        IAsyncEnumerable<PageDraft> pages, ImportOptions options) =>
        OrderedWork.RunAsync(pages, page => Task.Run(() => Read(page, options)), options.Workers);

    /// <summary>Reads a page.</summary>
    internal static ImportedVersion Read(PageDraft page, ImportOptions options)
    {
        var row = new ImportedVersion
        {
            Place = page.Place,
            Problem = page.Problem,
            SeenAt = page.SeenAt,
            Source = options.Source,
            ExtractorVersion = options.Extractor.Version,
            Progress = page.Progress,
        };
        if (page.Problem is not null)
        {
            return row;
        }

        string html = page.Html ?? CharsetSniffer.DecodeHtml(page.Content.Span, contentType: null).Text;
        if ((page.Url ?? StatedAddress.Find(html)) is not { } url)
        {
            return row with
            {
                Problem = "The page does not state its address, and there is no base address to add its path to.",
            };
        }

        ExtractionResult result = options.Extractor.Extract(new ExtractionRequest { Html = html, Url = url });
        return result.Article is { } article
            ? row with { Article = article }
            : row with { Problem = $"It is no article: {result.Reason}" };
    }
}
