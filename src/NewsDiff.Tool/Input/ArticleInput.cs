using NewsDiff.Extraction;

namespace NewsDiff.Tool.Input;

/// <summary>Makes an article from a file or stdin: extracts a page or splits a text.</summary>
internal static class ArticleInput
{
    /// <summary>Reads an article.</summary>
    /// <param name="name">The file, or <c>-</c>.</param>
    /// <param name="host">The tool's environment.</param>
    /// <param name="stop">Stops the read.</param>
    /// <exception cref="TroubleException">The file cannot be read, or is a page without an article.</exception>
    internal static async Task<Article> ReadAsync(string name, ToolHost host, CancellationToken stop)
    {
        string text = await LocalFile.ReadTextAsync(name, host, stop).ConfigureAwait(false);
        Uri url = AddressOf(name);
        return HtmlSniffer.IsHtml(text)
            ? Extract(new HtmlArticleExtractor(), text, url, LocalFile.Describe(name), stop)
            : PlainText.ToArticle(text, url);
    }

    /// <summary>Reads an HTML page.</summary>
    /// <exception cref="TroubleException">The file cannot be read, or is not a page.</exception>
    internal static async Task<string> ReadPageAsync(string name, ToolHost host, CancellationToken stop)
    {
        string text = await LocalFile.ReadTextAsync(name, host, stop).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new TroubleException($"{LocalFile.Describe(name)} is empty; an HTML page is needed.");
        }

        return HtmlSniffer.IsHtml(text)
            ? text
            : throw new TroubleException($"{LocalFile.Describe(name)} is not an HTML page.");
    }

    /// <summary>Extracts the article of a page.</summary>
    /// <exception cref="TroubleException">The page has no article.</exception>
    internal static Article Extract(
        HtmlArticleExtractor extractor,
        string html,
        Uri url,
        string name,
        CancellationToken stop)
    {
        var request = new ExtractionRequest { Html = html, Url = url };
        ExtractionResult result = extractor.Extract(request, stop);
        return result.Article ?? throw new TroubleException($"no article was found in {name}: {result.Reason}");
    }

    /// <summary>An address for a file: only its name, because folder names must not be shown.</summary>
    internal static Uri AddressOf(string name) =>
        new("file:///" + Uri.EscapeDataString(name == LocalFile.Stdin ? "stdin" : Path.GetFileName(name)));
}
