using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsDiff.Events;
using NewsDiff.Storage;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    /// <inheritdoc/>
    public ValueTask<int> HideAsync(
        VersionQuery query, string reason, string by, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        CareArguments.CheckHiding(query, reason, by);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            List<ArticleVersion> history = _versionsByArticle.GetValueOrDefault(query.ArticleId!) ?? [];
            ArticleVersion[] hidden = [.. history.Where(version => !version.IsHidden && query.Matches(version))];
            foreach (ArticleVersion version in hidden)
            {
                Replace(version, version.Erase(isHidden: true));
                AddEvent(
                    ArticleEventKind.Hidden, version.ArticleId, at, version.Number, version.Host, reason, by: by);
            }

            HashSet<int> numbers = [.. history.Where(version => version.IsHidden).Select(version => version.Number)];
            ForgetMetadata(query.ArticleId!, numbers);
            (VisitKind, string) visit = (VisitKind.Article, query.ArticleId!);
            if (hidden.Length > 0 && _visits.TryGetValue(visit, out Visit? known))
            {
                _visits[visit] = known with { Memory = null, HeldHash = null };
            }

            return ValueTask.FromResult(hidden.Length);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PruneAsync(
        VersionQuery query, int keepLatest, string reason, string by, DateTimeOffset at,
        CancellationToken cancellationToken = default)
    {
        CareArguments.CheckPruning(query, keepLatest, reason, by);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ArticleVersion[] pruned =
            [
                .. _versionsByArticle.Values.SelectMany(history => history
                    .Where(static version => version.HasText)
                    .Skip(1)
                    .SkipLast(keepLatest)
                    .Where(query.Matches)),
            ];
            foreach (ArticleVersion version in pruned)
            {
                Replace(version, version.Erase(isHidden: false));
            }

            foreach (IGrouping<string, ArticleVersion> article in pruned.GroupBy(version => version.ArticleId))
            {
                ArticleVersion last = article.Last();
                AddEvent(
                    ArticleEventKind.Pruned, article.Key, at, last.Number, last.Host,
                    CareArguments.TextOfPruning(article.Count(), reason), by: by);
            }

            return ValueTask.FromResult(pruned.Length);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReplaceReadingsAsync(
        IReadOnlyCollection<ArticleVersion> readings, CancellationToken cancellationToken = default)
    {
        string articleId = CareArguments.CheckReadings(readings);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            List<ArticleVersion> history = _versionsByArticle.GetValueOrDefault(articleId) ?? [];
            (ArticleVersion Before, ArticleVersion After)[] replaced =
            [
                .. from reading in readings
                   join version in history on reading.Number equals version.Number
                   where version.HasText && version.PageHash == reading.PageHash
                       && version.ExtractorVersion < reading.ExtractorVersion
                   select (version, version.ReadAs(reading)),
            ];
            if (replaced.Length < readings.Count || replaced.Any(pair => IsHidden(pair.After)))
            {
                return ValueTask.FromResult(false);
            }

            foreach ((ArticleVersion before, ArticleVersion after) in replaced)
            {
                Replace(before, after);
            }

            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> VerifyAsync(
        IProgress<double>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Objects in memory have no form that could be damaged.
        await ValueTask.CompletedTask.ConfigureAwait(false);
        progress?.Report(1);
        yield break;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableSortedDictionary<string, long>> CountAsync(
        DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var counts = new Dictionary<string, long>
            {
                ["articles"] = _articles.Values.Count(article => article.MergedInto is null),
                ["versions"] = _versions.Count,
                ["hidden"] = _versions.Count(version => version.IsHidden),
                ["feeds"] = _subscriptions.Count,
                ["due"] = _visits.Values.Count(visit => visit.DueAt <= now),
                ["events"] = _events.Count,
                ["unsearchable"] = 0,
            };
            return ValueTask.FromResult(counts.ToImmutableSortedDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>Whether the article has a hidden version with this text; the caller holds the gate.</summary>
    private bool IsHidden(ArticleVersion version) =>
        _versionsByArticle.GetValueOrDefault(version.ArticleId)?.Exists(
            known => known.IsHidden && known.ContentHash == version.ContentHash) is true;

    private void Replace(ArticleVersion version, ArticleVersion by)
    {
        ForgetRows(version.ArticleId);
        _versionsByArticle[version.ArticleId][version.Number - 1] = by;
        _versions[_versions.IndexOf(version)] = by;
    }
}
