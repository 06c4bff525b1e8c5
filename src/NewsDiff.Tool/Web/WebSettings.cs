using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Tool.Web;

/// <summary>How the web is visited and read.</summary>
/// <param name="Fetch">The limits and politeness of fetching.</param>
internal sealed record WebSettings(HttpFetchOptions Fetch)
{
    /// <summary>How the tracker works. The default is the library's.</summary>
    internal TrackerOptions Tracker { get; init; } = new();

    /// <summary>Reads pages; null for the default extractor.</summary>
    internal IArticleExtractor? Extractor { get; init; }
}
