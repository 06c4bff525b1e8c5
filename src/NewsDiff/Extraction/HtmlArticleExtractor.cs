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
        string? siteName = SiteReader.SiteName(page, linked);
        string title = TitleReader.Read(page, linked, siteName);
        (ImmutableArray<Paragraph> paragraphs, BodyPlace place) = BodyReader.Read(page, title);
        if (NotArticleDetector.Judge(page, title, paragraphs) is { } refusal)
        {
            return refusal;
        }

        var dates = new DateReader(page, linked, place);
        return new ExtractionResult
        {
            Verdict = PageVerdict.Article,
            Article = new Article
            {
                Url = page.Url,
                Title = title,
                Paragraphs = paragraphs,
                Authors = new AuthorReader(page, linked, place, siteName).Read(),
                PublishedAt = dates.ReadPublished(),
                ModifiedAt = dates.ReadModified(),
                Language = SiteReader.Language(page, linked),
                SiteName = siteName,
                Section = SiteReader.Section(page, linked),
                CanonicalUrl = SiteReader.Canonical(page),
                LeadImageUrl = SiteReader.LeadImage(page, linked),
            },
        };
    }
}
