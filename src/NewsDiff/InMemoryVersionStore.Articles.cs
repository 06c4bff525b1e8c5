using NewsDiff.Addresses;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<string, TrackedArticle> _articles = [];
    private readonly Dictionary<string, string> _articleIdsByKey = [];

    /// <inheritdoc/>
    public ValueTask<TrackedArticle> RegisterAsync(
        ArticleRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(FindOrAdd(registration));
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(
                _articleIdsByKey.TryGetValue(key, out string? id) ? _articles[id] : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrackedArticle?> FindByIdAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_articles.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> MergeAsync(string articleId, string intoId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentNullException.ThrowIfNull(intoId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (articleId == intoId
                || _articles.GetValueOrDefault(articleId) is not { MergedInto: null } merged
                || _articles.GetValueOrDefault(intoId) is not { MergedInto: null } into)
            {
                return ValueTask.FromResult(false);
            }

            foreach (TrackedArticle earlier in _articles.Values.Where(article => article.MergedInto == articleId)
                .ToList())
            {
                _articles[earlier.Id] = earlier with { MergedInto = intoId };
            }

            foreach (string key in merged.Keys)
            {
                _articleIdsByKey[key] = intoId;
            }

            _articles[articleId] = merged with { MergedInto = intoId, Keys = [], FeedUrls = [] };
            _articles[intoId] = into with
            {
                Keys = into.Keys.AddRange(merged.Keys),
                FeedUrls = into.FeedUrls.AddRange(
                    merged.FeedUrls.Where(feed => !into.FeedUrls.Any(known => IsSame(known, feed)))),
            };
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<TrackedArticle?> HandOverAsync(
        string articleId,
        Uri movedTo,
        ArticleRegistration successor,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentNullException.ThrowIfNull(successor);
        Uri url = UserInfo.Without(AbsoluteUrl.Check(movedTo));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_articles.GetValueOrDefault(articleId) is not { MergedInto: null } moved
                || moved.Keys.RemoveRange(successor.Keys) is not { IsEmpty: false } kept
                || kept.Length == moved.Keys.Length)
            {
                return ValueTask.FromResult<TrackedArticle?>(null);
            }

            foreach (string key in moved.Keys.Except(kept))
            {
                _articleIdsByKey.Remove(key);
            }

            _articles[articleId] = moved with { Url = url, Keys = kept };
            return ValueTask.FromResult<TrackedArticle?>(FindOrAdd(successor));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
        ArticleQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StreamAsync(() => Select(query), cancellationToken);
    }

    private TrackedArticle FindOrAdd(ArticleRegistration registration)
    {
        string? known = registration.Keys.Select(_articleIdsByKey.GetValueOrDefault)
            .FirstOrDefault(id => id is not null);
        string id = known ?? NewId(registration.Keys[0]);
        TrackedArticle article = _articles.GetValueOrDefault(id) ?? new TrackedArticle
        {
            Id = id,
            Url = registration.Url,
            FirstSeenAt = UtcInstant.ToMillisecond(registration.SeenAt),
        };
        string[] newKeys = [.. registration.Keys.Distinct().Where(key => _articleIdsByKey.TryAdd(key, id))];
        bool isNewFeed = registration.FeedUrl is { } url && !article.FeedUrls.Any(feed => IsSame(feed, url));
        article = article with
        {
            Source = article.Source ?? registration.Source,
            Keys = article.Keys.AddRange(newKeys),
            FeedUrls = isNewFeed ? article.FeedUrls.Add(registration.FeedUrl!) : article.FeedUrls,
        };
        _articles[id] = article;
        return article;
    }

    /// <summary>The id of a new article; a longer one if the usual one is taken.</summary>
    private string NewId(string key)
    {
        string usual = ArticleRegistration.ComputeId(key);
        return _articles.ContainsKey(usual) ? ArticleRegistration.ComputeLongId(key) : usual;
    }

    /// <summary>Whether addresses are written the same; the platform's equality ignores fragments.</summary>
    private static bool IsSame(Uri left, Uri right) => left.AbsoluteUri == right.AbsoluteUri;

    private IEnumerable<TrackedArticle> Select(ArticleQuery query)
    {
        TrackedArticle[] standing;
        lock (_gate)
        {
            standing = [.. _articles.Values];
        }

        return standing
            .Where(article => query.IncludesMerged || article.MergedInto is null)
            .Where(article => query.IdPrefix is null || article.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .Where(article => query.Source is null || article.Source == query.Source)
            .Where(article => query.FeedUrl is null || article.FeedUrls.Any(feed => IsSame(feed, query.FeedUrl)))
            .OrderBy(article => article.FirstSeenAt)
            .ThenBy(article => article.Id, StringComparer.Ordinal)
            .Take(query.Limit ?? int.MaxValue);
    }
}
