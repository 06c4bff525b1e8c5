using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Builds the tree of a page within counted limits.</summary>
internal sealed class PageParser
{
    /// <summary>Leaves out the observers of attributes, which compare each one with dozens of names.</summary>
    private static readonly IConfiguration Unobserved = Configuration.Default.Without<IAttributeObserver>();

    private readonly ExtractionOptions _options;

    public PageParser(ExtractionOptions options) => _options = options;

    /// <summary>Parses a page.</summary>
    /// <returns>The document, which the caller disposes, or null when the page exceeds a limit.</returns>
    public ParsedPage? Parse(string html, CancellationToken cancellationToken)
    {
        if (html.Length > _options.MaxLength)
        {
            return null;
        }

        TagScan scan = TagScan.Of(html, _options, cancellationToken);
        return !scan.IsTooComplex && Build(html, scan, cancellationToken) is { } document
            ? new ParsedPage(document, scan)
            : null;
    }

    private IHtmlDocument? Build(string html, TagScan scan, CancellationToken cancellationToken)
    {
        var budget = new PageBudget(_options.MaxElements, cancellationToken);
        IConfiguration counting =
            Unobserved.WithOnly<IElementFactory<Document, HtmlElement>>(new CountedElements(budget));
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                SkipComments = true,
                SkipProcessingInstructions = true,
                SkipScriptText = true,
                SkipRawText = !scan.HasRawProse,

                // As in a browser with scripts, noscript content is raw text, so its unclosed tags have no effect.
                IsScripting = !scan.HasProseWithoutScripts && !scan.IsLeftOpen("noscript"),
                DisableElementPositionTracking = true,
                MaximumDepth = _options.MaxDepth + 1,
                OnCreated = (element, _) => budget.NoteTag(element),
                ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> _) =>
                {
                    budget.AddAttribute();
                    return true;
                },
            },
            BrowsingContext.New(counting));
        try
        {
            return parser.ParseDocument(html.AsMemory());
        }
        catch (PageTooComplexException)
        {
            return null;
        }
    }
}
