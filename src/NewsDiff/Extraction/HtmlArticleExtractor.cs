using System.Collections.Immutable;
using NewsDiff.Extraction.Body;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Extraction.Rules;

namespace NewsDiff.Extraction;

/// <summary>Reads the article of any news page, in any language.</summary>
/// <remarks>Rules for single sites may be given. It is safe for concurrent use.</remarks>
public sealed class HtmlArticleExtractor : IArticleExtractor
{
    private readonly PageParser _parser;
    private readonly SiteRules _rules;

    /// <summary>Makes an extractor.</summary>
    /// <param name="options">The limits and rules; null for the defaults.</param>
    public HtmlArticleExtractor(ExtractionOptions? options = null)
    {
        options ??= new ExtractionOptions();
        _parser = new PageParser(options);
        _rules = options.Rules;
    }

    /// <inheritdoc/>
    public int Version => 12;

    /// <inheritdoc/>
    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using Page? page = Measure(request, cancellationToken);
        if (page is null)
        {
            return new ExtractionResult
            {
                Verdict = PageVerdict.TooComplex,
                Reason = "The page exceeds the extractor's limits of length, depth, elements or attributes.",
            };
        }

        return Read(page, request.PreviousContainer);
    }

    /// <summary>Finds the feeds that a page announces in its head.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Their addresses, in the page's order, each once; empty for a page past the default limits of
    /// <see cref="ExtractionOptions"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<Uri> FindFeeds(
        ExtractionRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parser = new PageParser(new ExtractionOptions());
        using ParsedPage? parsed = parser.Parse(request.Html, rule: null, cancellationToken);
        if (parsed is null)
        {
            return [];
        }

        using Page page = PageScanner.Scan(parsed, request.Url, cancellationToken);
        return AnnouncedFeeds.Find(page);
    }

    /// <summary>Measures a page in a method of its own, so that its tree can be collected early.</summary>
    private Page? Measure(ExtractionRequest request, CancellationToken cancellationToken)
    {
        CompiledRule? rule = _rules.FindCompiled(request.Url);
        using ParsedPage? parsed = _parser.Parse(request.Html, rule, cancellationToken);
        return parsed is null ? null : PageScanner.Scan(parsed, request.Url, cancellationToken);
    }

    private static ExtractionResult Read(Page page, string? previousContainer)
    {
        LinkedData linked = LinkedData.Read(page);
        StatedText.Show(page, linked.Body);
        ProseMeasure.Apply(page);
        string? siteName = SiteReader.SiteName(page, linked);
        string title = TitleReader.Read(page, linked, siteName);
        BodyReading body = BodyReader.Read(page, title, previousContainer);
        ImmutableArray<Paragraph> paragraphs =
            page.HasRuledBody ? body.Paragraphs : BodyRescue.Choose(body.Paragraphs, linked.Body);
        string? statedLanguage = SiteReader.Language(page, linked);
        page.JudgedLanguage = LanguageJudge.Judge(statedLanguage, paragraphs);
        var dates = new DateReader(page, linked, body.Place);
        return NotArticleDetector.Judge(page, linked, title, paragraphs) ?? new ExtractionResult
        {
            Verdict = PageVerdict.Article,
            Container = body.Container,
            IsLanguageStated = statedLanguage is not null && page.JudgedLanguage == statedLanguage,
            Article = new Article
            {
                Url = page.Url,
                Title = title,
                Paragraphs = paragraphs,
                Authors = new AuthorReader(page, linked, body.Place, siteName).Read(),
                PublishedAt = dates.ReadPublished(),
                ModifiedAt = dates.ReadModified(),
                Language = page.JudgedLanguage,
                SiteName = siteName,
                Section = SiteReader.Section(page, linked),
                Summary = SiteReader.Summary(page, linked),
                CanonicalUrl = SiteReader.Canonical(page),
                LeadImageUrl = SiteReader.LeadImage(page, linked),
                Captions = CaptionReader.Read(page, body.Place),
                Links = body.Links,
            },
        };
    }
}
