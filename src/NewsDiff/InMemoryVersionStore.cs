using System.Runtime.CompilerServices;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff;

/// <summary>Keeps versions, articles, feeds and visits in memory, for tests and one-shot tools.</summary>
/// <remarks>Instances are safe for concurrent use. The data ends with the instance.</remarks>
public sealed partial class InMemoryVersionStore
    : ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore, IDeadLetterStore, ISearchableStore,
        IVersionCare, ISiteStore, IDueStore
{
    private readonly TimeProvider _timeProvider;
    private readonly Lock _gate = new();
    private readonly List<ArticleVersion> _versions = [];
    private readonly Dictionary<string, List<ArticleVersion>> _versionsByArticle = [];

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock of turns at sites; null for the system's.</param>
    public InMemoryVersionStore(TimeProvider? timeProvider = null) =>
        _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public ValueTask<ArticleVersion?> FindLatestAsync(string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(Latest(articleId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(AppendHere(draft));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StreamAsync(() => Select(query).Take(query.Limit ?? int.MaxValue), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StreamAsync(
            () => Select(query)
                .Where(version => version.HasText)
                .Select(version => (Before: Predecessor(version), After: version))
                .Where(pair => pair.Before is not null)
                .Take(query.Limit ?? int.MaxValue)
                .Select(pair => new ArticleChange(pair.Before!, pair.After)),
            cancellationToken);
    }

    private ArticleVersion? Latest(string articleId) => _versionsByArticle.GetValueOrDefault(articleId)?[^1];

    /// <summary>Appends a version and its event; the caller holds the gate.</summary>
    private AppendResult AppendHere(VersionDraft draft)
    {
        ArticleVersion? head = Latest(draft.ArticleId);
        AppendResult result = draft.ApplyTo(head);
        if (result is { IsAppended: true, Head: { } version })
        {
            if (IsHidden(version))
            {
                return new AppendResult { Status = AppendStatus.Unchanged, Head = head };
            }

            if (!_versionsByArticle.TryGetValue(draft.ArticleId, out List<ArticleVersion>? history))
            {
                _versionsByArticle[draft.ArticleId] = history = [];
            }

            history.Add(version);
            _versions.Add(version);
            ArticleEventKind kind = version.Number == 1 ? ArticleEventKind.FirstSeen : ArticleEventKind.Changed;
            AddEvent(
                kind, version.ArticleId, version.SeenAt, version.Number, version.Host, version.Doubt, by: draft.By);
        }

        return result;
    }

    private static async IAsyncEnumerable<T> StreamAsync<T>(
        Func<IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false); // Memory needs no waiting; the interface allows for it.
        foreach (T item in read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <summary>The versions at the start of the read; later ones are not seen.</summary>
    private IEnumerable<ArticleVersion> Select(VersionQuery query)
    {
        ArticleVersion[] standing;
        lock (_gate)
        {
            standing = query.Before is { } place
                ? [.. _versions.Take(_versions.FindIndex(
                    version => (version.ArticleId, version.Number) == place))]
                : query.ArticleId is { } id ? [.. _versionsByArticle.GetValueOrDefault(id) ?? []] : [.. _versions];
        }

        return (query.NewestFirst ? standing.Reverse() : standing).Where(query.Matches);
    }

    /// <summary>The last earlier version that still has its text, or null.</summary>
    private ArticleVersion? Predecessor(ArticleVersion version)
    {
        lock (_gate)
        {
            return _versionsByArticle[version.ArticleId]
                .Take(version.Number - 1)
                .LastOrDefault(static before => before.HasText);
        }
    }
}
