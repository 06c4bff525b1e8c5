using AngleSharp.Html.Dom;
using NewsDiff.Extraction.Html;
using NewsDiff.Extraction.Rules;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Builds the tree of a page within counted limits.</summary>
internal sealed class PageParser
{
    private readonly ExtractionOptions _options;

    public PageParser(ExtractionOptions options) => _options = options;

    /// <summary>Parses a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="rule">The rule of its site, or null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The page, which the caller disposes, or null when it exceeds a limit.</returns>
    public ParsedPage? Parse(string html, CompiledRule? rule, CancellationToken cancellationToken)
    {
        ParsedPage? page = Parse(html, cancellationToken);
        if (page is null || rule is null)
        {
            return page;
        }

        page.Dispose();
        using IHtmlDocument document = RuledDocument.Parse(html, SettingsFor(page.Source), cancellationToken);
        return page with { Tree = RuledDocument.Copy(document, rule, page.Source.Elements) };
    }

    /// <summary>Parses a page for selectors.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The document, which the caller disposes, or null when the page exceeds a limit.</returns>
    public IHtmlDocument? ParseForSelectors(string html, CancellationToken cancellationToken)
    {
        using ParsedPage? page = Parse(html, cancellationToken);
        return page is null ? null : RuledDocument.Parse(html, SettingsFor(page.Source), cancellationToken);
    }

    private ParsedPage? Parse(string html, CancellationToken cancellationToken)
    {
        if (html.Length > _options.MaxLength)
        {
            return null;
        }

        TagScan scan = TagScan.Of(html, _options, cancellationToken);
        try
        {
            var budget = new PageBudget(_options.MaxElements, cancellationToken);
            if (scan.IsTooComplex)
            {
                return null;
            }

            HtmlTree tree = HtmlTreeBuilder.Build(html, SettingsFor(scan), budget);
            StreamedParts.Place(tree, html);
            return new ParsedPage(tree, scan);
        }
        catch (PageTooComplexException)
        {
            return null;
        }
    }

    private HtmlParserSettings SettingsFor(TagScan scan) => new()
    {
        Elements = scan.Elements,
        MaxDepth = _options.MaxDepth + 1,

        // As in a browser with scripts, noscript content is raw text, so its unclosed tags have no effect.
        IsScripting = !scan.HasProseWithoutScripts && !scan.IsLeftOpen("noscript"),
        KeepsRawText = scan.HasRawProse,
    };
}
