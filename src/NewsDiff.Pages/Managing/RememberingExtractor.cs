using NewsDiff.Extraction;

namespace NewsDiff.Pages.Managing;

/// <summary>Reads pages with a rule that is tried, and remembers the page.</summary>
internal sealed class RememberingExtractor(SiteRules rules) : IArticleExtractor
{
    private readonly HtmlArticleExtractor _extractor = new(new ExtractionOptions { Rules = rules });

    public int Version => _extractor.Version;

    /// <summary>The last page; null when none was read.</summary>
    internal ExtractionRequest? Page { get; private set; }

    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        Page = request;
        return _extractor.Extract(request, cancellationToken);
    }
}
