using NewsDiff.Extraction;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>
/// Reads an archived page as what it was: under its own address, so that its links and the rules of its site fit.
/// </summary>
internal sealed class MementoExtractor(
    IArticleExtractor extractor,
    Func<Uri, ArchiveAddress?> parse) : IArticleExtractor
{
    /// <inheritdoc/>
    public int Version => extractor.Version;

    /// <inheritdoc/>
    public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return extractor.Extract(
            parse(request.Url) is { } address ? request with { Url = address.Original } : request, cancellationToken);
    }
}
