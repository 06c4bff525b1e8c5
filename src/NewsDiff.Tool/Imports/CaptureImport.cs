using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDiff.Archives.Mementos;
using NewsDiff.Identity;
using NewsDiff.Research;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Imports;

/// <summary>Fetches the captures of a list (CDX, time map) from their archive, the earliest first.</summary>
/// <remarks>It skips a capture that is no newer than the latest version of its article.</remarks>
internal sealed class CaptureImport(WebArchive archive, NewsStore store, string? source)
{
    internal async IAsyncEnumerable<ImportedVersion> ReadAsync(
        TimeMap list, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ImmutableArray<Memento> captures = Select(list.Mementos);
        for (int i = 0; i < captures.Length; i++)
        {
            Memento capture = captures[i];
            ArticleVersion? latest = await FindLatestAsync(capture, stop).ConfigureAwait(false);
            if (latest is null || latest.SeenAt < capture.CapturedAt)
            {
                yield return await FetchAsync(capture, latest?.Container, stop).ConfigureAwait(false) with
                {
                    Progress = (i + 1.0) / captures.Length,
                };
            }
        }
    }

    // Keeps pages only, and only the first of consecutive captures of an address with the same content.
    private static ImmutableArray<Memento> Select(ImmutableArray<Memento> mementos)
    {
        Dictionary<string, string?> digests = new(StringComparer.Ordinal);
        ImmutableArray<Memento>.Builder selected = ImmutableArray.CreateBuilder<Memento>();
        foreach (Memento memento in mementos.OrderBy(static memento => memento.CapturedAt))
        {
            bool isPage = memento.StatusCode is null or 200
                && memento.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) is not false;
            string address = memento.Original.AbsoluteUri;
            if (isPage && (memento.Digest is null || digests.GetValueOrDefault(address) != memento.Digest))
            {
                digests[address] = memento.Digest;
                selected.Add(memento);
            }
        }

        return selected.DrainToImmutable();
    }

    private async Task<ArticleVersion?> FindLatestAsync(Memento capture, CancellationToken stop)
    {
        string key = ArticleKeys.Compute(capture.Original)[0];
        return await store.Articles.FindByKeyAsync(key, stop).ConfigureAwait(false) is { } article
            ? await store.Versions.FindLatestAsync(article.MergedInto ?? article.Id, stop).ConfigureAwait(false)
            : null;
    }

    private async Task<ImportedVersion> FetchAsync(Memento capture, string? container, CancellationToken stop)
    {
        FetchResult page = await archive.FetchAsync(capture, container, stop).ConfigureAwait(false);
        var row = new ImportedVersion
        {
            Place = string.Create(
                CultureInfo.InvariantCulture, $"{capture.Original.AbsoluteUri} at {capture.CapturedAt:u}"),
            SeenAt = capture.CapturedAt,
            Source = source,
            ExtractorVersion = page.ExtractorVersion,
        };
        return page.Article is { } article
            ? row with { Article = article with { Url = capture.Original } }
            : row with { Problem = page.Reason ?? $"It cannot be fetched: {page.Status}." };
    }
}
