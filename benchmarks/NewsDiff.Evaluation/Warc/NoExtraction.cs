using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Warc;

/// <summary>Reads nothing out of a page, so that the archive alone is measured.</summary>
internal sealed class NoExtraction : IArticleExtractor
{
    public int Version => 1;

    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default) =>
        new() { Verdict = PageVerdict.Empty, Reason = "Nothing is read." };
}
