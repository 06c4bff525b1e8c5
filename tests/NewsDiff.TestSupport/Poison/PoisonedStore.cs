using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.TestSupport.Poison;

/// <summary>
/// A store of which one call throws for one article or feed; all other calls reach the store behind it.
/// </summary>
public sealed class PoisonedStore(object store) : IVersionStore, IMergingCatalog, ISubscriptionStore, IVisitStore
{
    public const string Message = "This one is poisoned.";

    private readonly IVersionStore _versions = (IVersionStore)store;
    private readonly IMergingCatalog _catalog = (IMergingCatalog)store;
    private readonly ISubscriptionStore _subscriptions = (ISubscriptionStore)store;
    private readonly IVisitStore _visits = (IVisitStore)store;

    /// <summary>Whether a call throws, by its name and the id, key or address that it is about.</summary>
    public Func<string, string, bool> Throws { get; set; } = (_, _) => false;

    /// <summary>How a version that was stored comes back.</summary>
    public Func<ArticleVersion, ArticleVersion> Reads { get; set; } = version => version;

    public async ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId,
        CancellationToken cancellationToken = default) =>
        await At(nameof(FindLatestAsync), articleId)._versions
            .FindLatestAsync(articleId, cancellationToken) is { } latest ? Reads(latest) : null;

    public ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default) =>
        At(nameof(AppendAsync), draft.ArticleId)._versions.AppendAsync(draft, cancellationToken);

    public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query,
        CancellationToken cancellationToken = default) =>
        _versions.ReadVersionsAsync(query, cancellationToken).Select(Reads);

    public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
        VersionQuery query,
        CancellationToken cancellationToken = default) =>
        _versions.ReadChangesAsync(query, cancellationToken);

    public ValueTask<TrackedArticle> RegisterAsync(
        ArticleRegistration registration,
        CancellationToken cancellationToken = default) =>
        At(nameof(RegisterAsync), registration.Url.AbsoluteUri)._catalog.RegisterAsync(registration, cancellationToken);

    public ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default) =>
        _catalog.FindByKeyAsync(key, cancellationToken);

    public ValueTask<bool> MergeAsync(string articleId, string intoId, CancellationToken cancellationToken = default) =>
        _catalog.MergeAsync(articleId, intoId, cancellationToken);

    public ValueTask<TrackedArticle?> HandOverAsync(
        string articleId,
        Uri movedTo,
        ArticleRegistration successor,
        CancellationToken cancellationToken = default) =>
        _catalog.HandOverAsync(articleId, movedTo, successor, cancellationToken);

    public IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
        ArticleQuery query,
        CancellationToken cancellationToken = default) =>
        _catalog.ReadArticlesAsync(query, cancellationToken);

    public ValueTask<bool> AddSubscriptionAsync(
        Subscription subscription,
        CancellationToken cancellationToken = default) =>
        _subscriptions.AddSubscriptionAsync(subscription, cancellationToken);

    public ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default) =>
        _subscriptions.RemoveSubscriptionAsync(url, cancellationToken);

    public ValueTask<Subscription?> FindSubscriptionAsync(Uri url, CancellationToken cancellationToken = default) =>
        _subscriptions.FindSubscriptionAsync(url, cancellationToken);

    public IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(CancellationToken cancellationToken = default) =>
        _subscriptions.ReadSubscriptionsAsync(cancellationToken);

    public ValueTask<Visit?> FindVisitAsync(
        VisitKind kind,
        string target,
        CancellationToken cancellationToken = default) =>
        At(nameof(FindVisitAsync), target)._visits.FindVisitAsync(kind, target, cancellationToken);

    public ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default) =>
        At(nameof(SaveVisitAsync), visit.Target)._visits.SaveVisitAsync(visit, cancellationToken);

    public ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim,
        CancellationToken cancellationToken = default) =>
        At(nameof(ClaimDueAsync), "")._visits.ClaimDueAsync(claim, cancellationToken);

    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default) =>
        _visits.ReadVisitsAsync(cancellationToken);

    private PoisonedStore At(string call, string subject) =>
        Throws(call, subject) ? throw new IOException(Message) : this;
}
