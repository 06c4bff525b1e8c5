using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Research.Import;

/// <summary>Stores rows, those that are later than all before of their article in one transaction.</summary>
internal sealed class BatchImport(IVersionStore versions, IArticleCatalog articles)
{
    /// <summary>The time of the latest version of each article, stored or about to be; null when it has none.</summary>
    private readonly Dictionary<string, DateTimeOffset?> _latest = [];

    private readonly List<(int Row, VersionDraft Draft)> _waiting = [];

    internal async Task<ImportOutcome[]> StoreAsync(List<ImportedVersion> rows, CancellationToken cancellationToken)
    {
        var outcomes = new ImportOutcome[rows.Count];
        (int Row, ImportedVersion Version)[] readable =
            [.. rows.Index().Where(row => row.Item.Article is not null)];
        IReadOnlyList<TrackedArticle> tracked = await articles.RegisterAllAsync(
            [.. readable.Select(row => Registration(row.Version))], cancellationToken).ConfigureAwait(false);
        foreach ((int row, ImportedVersion version) in rows.Index().Where(row => row.Item.Article is null))
        {
            outcomes[row] = Outcome(version, ImportStatus.Failed, version.Problem);
        }

        foreach (((int row, ImportedVersion version), TrackedArticle article) in readable.Zip(tracked))
        {
            VersionDraft draft = Draft(version, article.Id);
            if (await LatestAsync(article.Id, cancellationToken).ConfigureAwait(false) is { } latest
                && latest >= draft.SeenAt)
            {
                // Whether it is known depends on what is stored, so that what waits goes first.
                await AppendAsync(rows, outcomes, cancellationToken).ConfigureAwait(false);
                outcomes[row] = await StoreOneAsync(version, draft, cancellationToken).ConfigureAwait(false);
                _latest.Remove(article.Id);
            }
            else
            {
                _latest[article.Id] = draft.SeenAt;
                _waiting.Add((row, draft));
            }
        }

        await AppendAsync(rows, outcomes, cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private static ArticleRegistration Registration(ImportedVersion row) => new()
    {
        Keys = row.Keys.IsEmpty ? ArticleKeys.Compute(row.Article!.Url) : row.Keys,
        Url = UrlCanonicalizer.Canonicalize(row.Article!.Url),
        SeenAt = row.SeenAt,
        Source = row.Source ?? (row.Keys.IsEmpty ? row.Article.Url.IdnHost : null),
    };

    private static VersionDraft Draft(ImportedVersion row, string articleId) => new()
    {
        ArticleId = articleId,
        Article = row.Article!,
        SeenAt = WholeTime.ToMillisecond(row.SeenAt),
        ExtractorVersion = row.ExtractorVersion,
        By = VersionImporter.By,
    };

    private static ImportOutcome Outcome(ImportedVersion row, ImportStatus status, string? reason = null) =>
        new() { Row = row, Status = status, Reason = reason };

    private static ImportOutcome Outcome(ImportedVersion row, AppendResult appended) =>
        Outcome(row, appended.IsAppended ? ImportStatus.Appended : ImportStatus.Known);

    private async ValueTask<DateTimeOffset?> LatestAsync(string articleId, CancellationToken cancellationToken)
    {
        if (!_latest.TryGetValue(articleId, out DateTimeOffset? latest))
        {
            ArticleVersion? head = await versions.FindLatestAsync(articleId, cancellationToken).ConfigureAwait(false);
            _latest[articleId] = latest = head?.SeenAt;
        }

        return latest;
    }

    private async Task AppendAsync(
        List<ImportedVersion> rows, ImportOutcome[] outcomes, CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        IReadOnlyList<AppendResult> results = await versions.AppendAllAsync(
            [.. _waiting.Select(waiting => waiting.Draft)], cancellationToken).ConfigureAwait(false);
        foreach (((int row, _), AppendResult result) in _waiting.Zip(results))
        {
            outcomes[row] = Outcome(rows[row], result);
        }

        _waiting.Clear();
    }

    /// <summary>Stores a version that is not later than all before.</summary>
    private async Task<ImportOutcome> StoreOneAsync(
        ImportedVersion row, VersionDraft draft, CancellationToken cancellationToken)
    {
        ArticleVersion? head = await versions.FindLatestAsync(draft.ArticleId, cancellationToken).ConfigureAwait(false);
        if (head is not null && head.SeenAt >= draft.SeenAt)
        {
            if (await IsKnownAsync(row, head, draft.SeenAt, cancellationToken).ConfigureAwait(false))
            {
                return Outcome(row, ImportStatus.Known);
            }

            if (head.SeenAt > draft.SeenAt)
            {
                return Outcome(row, ImportStatus.TooLate, FormattableString.Invariant(
                    $"It was seen at {draft.SeenAt:u}, before the latest version of {head.SeenAt:u}, and is left out."));
            }
        }

        return Outcome(row, await versions.AppendAsync(draft, cancellationToken).ConfigureAwait(false));
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
        await versions.ReadVersionsAsync(query, cancellationToken)
            .AnyAsync(version => version.ContentHash == hash, cancellationToken).ConfigureAwait(false);
}
