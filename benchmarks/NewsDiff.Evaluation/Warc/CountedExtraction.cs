using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Warc;

/// <summary>
/// Counts what it is given to read; without an extractor it reads nothing, so that the archive alone is measured.
/// </summary>
internal sealed class CountedExtraction(IArticleExtractor? extractor = null) : IArticleExtractor
{
    public int Version => extractor?.Version ?? 1;

    /// <summary>The number of characters of the pages; for ASCII, also of bytes.</summary>
    public long Characters { get; private set; }

    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        Characters += request.Html.Length;
        return extractor?.Extract(request, cancellationToken)
            ?? new ExtractionResult { Verdict = PageVerdict.Empty, Reason = "Nothing is read." };
    }
}
