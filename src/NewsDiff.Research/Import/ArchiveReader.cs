using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDiff.Archives;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Research.Import;

/// <summary>Reads the pages of WARC files and of recorded runs, in the order in which they were captured.</summary>
internal static class ArchiveReader
{
    internal static async IAsyncEnumerable<ImportedVersion> ReadAsync(
        string path, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IPageArchive archive = PageArchives.OpenRead(path);
        await using (archive.ConfigureAwait(false))
        {
            IAsyncEnumerable<CaptureEntry> pages = archive.ReadEntriesAsync(cancellationToken)
                .Where(static entry => entry is { StatusCode: 200, IsPage: true });
            IAsyncEnumerable<ImportedVersion> rows = OrderedWork.RunAsync(
                pages,
                entry => Task.Run(() => ReadPageAsync(archive, entry, options, cancellationToken), cancellationToken),
                options.Workers,
                cancellationToken);
            await foreach (ImportedVersion row in rows.ConfigureAwait(false))
            {
                yield return row;
            }

            foreach (WarcProblem problem in (archive as WarcArchive)?.Problems ?? [])
            {
                yield return new ImportedVersion
                {
                    Place = string.Create(CultureInfo.InvariantCulture, $"offset {problem.Location.Offset}"),
                    Problem = problem.Message,
                };
            }
        }
    }

    private static async Task<ImportedVersion> ReadPageAsync(
        IPageArchive archive, CaptureEntry entry, ImportOptions options, CancellationToken cancellationToken)
    {
        var row = new ImportedVersion
        {
            Place = FormattableString.Invariant($"{entry.Url.AbsoluteUri} at {entry.CapturedAt:u}"),
            SeenAt = entry.CapturedAt,
            Source = options.Source,
        };
        if (SourceTime.Plausible(entry.CapturedAt, options.Clock) is null)
        {
            return row with { Problem = SourceTime.Describe($"{entry.CapturedAt:u}") };
        }

        FetchResult? page = await archive.ReadPageAsync(entry, options.Extractor, cancellationToken)
            .ConfigureAwait(false);
        return page?.Article is { } article
            ? row with { Article = article with { Url = entry.Url }, ExtractorVersion = page.ExtractorVersion }
            : row with
            {
                Problem = page is null ? "Its content is missing or damaged." : $"It is no article: {page.Reason}",
            };
    }
}
