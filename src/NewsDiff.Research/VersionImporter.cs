using System.Runtime.CompilerServices;
using NewsDiff.Identity;
using NewsDiff.Research.Import;
using NewsDiff.Tracking;

namespace NewsDiff.Research;

/// <summary>Stores versions of other collections, with their own times.</summary>
/// <remarks>
/// A second run adds nothing twice, so an import that was interrupted is simply repeated. Handlers and notifications do
/// not hear of imported versions.
/// </remarks>
public sealed class VersionImporter
{
    /// <summary>What events of imported versions name as <see cref="Events.ArticleEvent.By"/>.</summary>
    public const string By = "import";

    private readonly IVersionStore _versions;
    private readonly IArticleCatalog _articles;

    /// <summary>Makes an importer.</summary>
    /// <param name="versions">Where versions are appended.</param>
    /// <param name="articles">Where their articles are registered.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public VersionImporter(IVersionStore versions, IArticleCatalog articles)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(articles);
        _versions = versions;
        _articles = articles;
    }

    /// <summary>Stores versions, one after the other.</summary>
    /// <remarks>Versions of an article must come in the order of their times: a store only appends.</remarks>
    /// <param name="rows">The versions, as <see cref="ImportReader"/> reads them.</param>
    /// <param name="cancellationToken">Stops between two versions.</param>
    /// <returns>An outcome for each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public IAsyncEnumerable<ImportOutcome> ImportAsync(
        IAsyncEnumerable<ImportedVersion> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return RunAsync(rows, cancellationToken);
    }

    private async IAsyncEnumerable<ImportOutcome> RunAsync(
        IAsyncEnumerable<ImportedVersion> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ImportedVersion row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return row.Article is null
                ? Outcome(row, ImportStatus.Failed, row.Problem)
                : await StoreAsync(row, row.Article, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ImportOutcome Outcome(ImportedVersion row, ImportStatus status, string? reason = null) =>
        new() { Row = row, Status = status, Reason = reason };

    private async Task<ImportOutcome> StoreAsync(
        ImportedVersion row, Article article, CancellationToken cancellationToken)
    {
        TrackedArticle tracked = await _articles.RegisterAsync(
            new ArticleRegistration
            {
                Keys = row.Keys.IsEmpty ? ArticleKeys.Compute(article.Url) : row.Keys,
                Url = UrlCanonicalizer.Canonicalize(article.Url),
                SeenAt = row.SeenAt,
                Source = row.Source ?? (row.Keys.IsEmpty ? article.Url.IdnHost : null),
            },
            cancellationToken).ConfigureAwait(false);
        ArticleVersion? head = await _versions.FindLatestAsync(tracked.Id, cancellationToken).ConfigureAwait(false);
        DateTimeOffset seenAt = WholeTime.ToMillisecond(row.SeenAt);
        if (head is not null && head.SeenAt >= seenAt)
        {
            if (await IsKnownAsync(row, head, seenAt, cancellationToken).ConfigureAwait(false))
            {
                return Outcome(row, ImportStatus.Known);
            }

            if (head.SeenAt > seenAt)
            {
                return Outcome(row, ImportStatus.TooLate, FormattableString.Invariant(
                    $"It was seen at {seenAt:u}, before the latest version of {head.SeenAt:u}, and is left out."));
            }
        }

        AppendResult appended = await _versions.AppendAsync(
            new VersionDraft
            {
                ArticleId = tracked.Id,
                Article = article,
                SeenAt = seenAt,
                ExtractorVersion = row.ExtractorVersion,
                By = By,
            },
            cancellationToken).ConfigureAwait(false);
        return Outcome(row, appended.IsAppended ? ImportStatus.Appended : ImportStatus.Known);
    }

    // Several versions may have one time: then the number tells them apart, where there is one.
    private async Task<bool> IsKnownAsync(
        ImportedVersion row, ArticleVersion head, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        string hash = ContentHash.Compute(row.Article!);
        var atThisTime = new VersionQuery
        {
            ArticleId = head.ArticleId,
            Since = seenAt,
            Until = seenAt.AddMilliseconds(1),
        };
        if (row.Number is { } number)
        {
            VersionQuery sameNumber = atThisTime with { FromNumber = number, ToNumber = number };
            if (await HasAsync(sameNumber, hash, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            if (number > head.Number && head.SeenAt == seenAt)
            {
                return false;
            }
        }

        // The text may have been the current one: then it was not appended, and its time is not kept.
        var before = new VersionQuery { ArticleId = head.ArticleId, Until = seenAt, NewestFirst = true, Limit = 1 };
        return await HasAsync(atThisTime, hash, cancellationToken).ConfigureAwait(false)
            || await HasAsync(before, hash, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> HasAsync(VersionQuery query, string hash, CancellationToken cancellationToken) =>
        await _versions.ReadVersionsAsync(query, cancellationToken)
            .AnyAsync(version => version.ContentHash == hash, cancellationToken).ConfigureAwait(false);
}
