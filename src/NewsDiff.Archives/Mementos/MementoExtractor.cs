using NewsDiff.Extraction;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>Reads an archived page under its original address.</summary>
/// <remarks>Its links and the rules of its site then apply.</remarks>
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
