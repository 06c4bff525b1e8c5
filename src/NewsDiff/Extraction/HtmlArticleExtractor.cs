using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using NewsDiff.Extraction.Body;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Reads the article of any news page, in any language, without rules per site. Safe for concurrent use.</summary>
public sealed class HtmlArticleExtractor : IArticleExtractor
{
    private readonly PageParser _parser;

    /// <summary>Makes an extractor.</summary>
    /// <param name="options">Its limits; null means the defaults.</param>
    public HtmlArticleExtractor(ExtractionOptions? options = null) => _parser = new PageParser(options ?? new ExtractionOptions());

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using IHtmlDocument? document = _parser.Parse(request.Html, cancellationToken);
        if (document is null)
        {
            return new ExtractionResult
            {
                Verdict = PageVerdict.TooComplex,
                Reason = "The page is longer, deeper or has more elements than the extractor's limits allow.",
            };
        }

        return Read(PageScanner.Scan(document, request.Url, cancellationToken));
    }

    private static ExtractionResult Read(Page page)
    {
        ProseMeasure.Apply(page);
        LinkedData linked = LinkedData.Read(page);
        int container = ContainerFinder.Find(page.Nodes);
        string title = TitleReader.Read(page, linked);
        ImmutableArray<Paragraph> paragraphs = [];
        if (container >= 0)
        {
            BlockVerdict[] verdicts = BlockClassifier.Classify(page, container, title);
            paragraphs = ParagraphWriter.Write(page, container, verdicts);
        }

        if (NotArticleDetector.Judge(page, title, paragraphs) is { } refusal)
        {
            return refusal;
        }

        return new ExtractionResult
        {
            Verdict = PageVerdict.Article,
            Article = new Article { Url = page.Url, Title = title, Paragraphs = paragraphs },
        };
    }
}
