using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Politeness;

/// <summary>Takes every page for an article of one line, so that only the fetching is measured.</summary>
internal sealed class PageTaker : IArticleExtractor
{
    public int Version => 1;

    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default) =>
        new()
        {
            Verdict = PageVerdict.Article,
            Article = new Article { Url = request.Url, Title = "Page", Paragraphs = ["Page."] },
        };
}
