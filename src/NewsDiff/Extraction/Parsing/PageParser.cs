using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Builds the tree of a page within counted limits.</summary>
internal sealed class PageParser
{
    private readonly ExtractionOptions _options;

    public PageParser(ExtractionOptions options) => _options = options;

    /// <summary>Parses a page.</summary>
    /// <returns>The document, which the caller disposes, or null when the page is past a limit.</returns>
    public ParsedPage? Parse(string html, CancellationToken cancellationToken)
    {
        if (html.Length > _options.MaxLength)
        {
            return null;
        }

        TagScan scan = TagScan.Of(html, _options.MaxDepth);
        return !scan.IsTooDeep && Build(html, scan, cancellationToken) is { } document ? new ParsedPage(document, scan) : null;
    }

    private IHtmlDocument? Build(string html, TagScan scan, CancellationToken cancellationToken)
    {
        int elements = 0;
        int limit = _options.MaxElements;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            SkipScriptText = true,
            SkipRawText = !scan.HasRawProse,

            // As in a browser with scripts, the content of noscript is raw text: tags that it leaves open open nothing.
            IsScripting = !scan.HasProseWithoutScripts && !scan.IsLeftOpen("noscript"),
            DisableElementPositionTracking = true,
            MaximumDepth = _options.MaxDepth + 1,
            OnCreated = (_, _) =>
            {
                // The parser offers no other way to stop it half-way.
                cancellationToken.ThrowIfCancellationRequested();
                if (++elements > limit)
                {
                    throw new TooManyElementsException();
                }
            },
        });
        try
        {
            return parser.ParseDocument(html.AsMemory());
        }
        catch (TooManyElementsException)
        {
            return null;
        }
    }

#pragma warning disable CA1032, CA1064 // It never leaves Parse.
    private sealed class TooManyElementsException : Exception;
#pragma warning restore CA1032, CA1064
}
