using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Loading;

/// <summary>Loads the pages of one article.</summary>
internal sealed class ArticleLoader(SiteStore store)
{
    private const int MaxEvents = 500;

    /// <summary>Loads the history, a version or a comparison; null when something of it is missing.</summary>
    internal Task<Page?> LoadAsync(PageAddress address, CancellationToken stop) => address.Kind switch
    {
        PageKind.Article => LoadHistoryAsync(address.ArticleId!, stop),
        PageKind.Version => LoadVersionAsync(address.ArticleId!, address.NewNumber, stop),
        PageKind.Origins => LoadOriginsAsync(address.ArticleId!, address.NewNumber, stop),
        _ => LoadComparisonAsync(address, stop),
    };

    private async Task<Page?> LoadHistoryAsync(string id, CancellationToken stop)
    {
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        if (facts is null)
        {
            return null;
        }

        List<ArticleVersion> versions = await store.Versions.ReadVersionsAsync(
            new VersionQuery { ArticleId = id }, stop)
            .ToListAsync(stop).ConfigureAwait(false);
        if (!versions.Exists(static version => version.HasText))
        {
            return Without(versions[^1]);
        }

        List<ArticleEvent> events = await store.Events.ReadEventsAsync(
            new EventQuery { ArticleId = id, NewestFirst = true, Limit = MaxEvents }, stop)
            .ToListAsync(stop).ConfigureAwait(false);
        events.Reverse();
        return new ArticlePage { Facts = facts, History = new ArticleHistory(versions), Events = [.. events] };
    }

    /// <summary>A version with its neighbours; null when it is missing.</summary>
    private async Task<Page?> LoadOriginsAsync(string id, int number, CancellationToken stop) =>
        await LoadHistoryAsync(id, stop).ConfigureAwait(false) switch
        {
            ArticlePage page when page.History.Versions.FirstOrDefault(version => version.Number == number) is { } shown
                => shown.HasText
                    ? new OriginsPage { Facts = page.Facts, History = page.History, Number = number }
                    : Without(shown),
            NotFoundPage page => page,
            _ => null,
        };

    /// <summary>A comparison of two versions; null when one is missing or both are equal.</summary>
    private async Task<Page?> LoadComparisonAsync(PageAddress address, CancellationToken stop)
    {
        string id = address.ArticleId!;
        ArticleVersion? before = await store.FindVersionAsync(id, address.OldNumber, stop).ConfigureAwait(false);
        ArticleVersion? after = await store.FindVersionAsync(id, address.NewNumber, stop).ConfigureAwait(false);
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        if (before is null || after is null || facts is null || before.Number == after.Number)
        {
            return null;
        }

        return !before.HasText ? Without(before)
            : !after.HasText ? Without(after)
            : new ComparisonPage
            {
                Facts = facts,
                Change = new ArticleChange(before, after),
                Erased = await FindErasedAsync(id, stop).ConfigureAwait(false),
                IsInline = address.IsInline,
            };
    }

    /// <summary>The text of a version; null when it is missing.</summary>
    private async Task<Page?> LoadVersionAsync(string id, int number, CancellationToken stop)
    {
        ArticleVersion? version = await store.FindVersionAsync(id, number, stop).ConfigureAwait(false);
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        return version is null || facts is null ? null
            : !version.HasText ? Without(version)
            : new VersionPage
            {
                Facts = facts,
                Version = version,
                Erased = await FindErasedAsync(id, stop).ConfigureAwait(false),
            };
    }

    /// <summary>The versions without a text. Only an article with erased texts is read to its end.</summary>
    private async Task<ImmutableHashSet<int>> FindErasedAsync(string id, CancellationToken stop)
    {
        var erasures = new EventQuery
        {
            ArticleId = id,
            Kinds = [ArticleEventKind.Hidden, ArticleEventKind.Pruned],
            Limit = 1,
        };
        return await store.Events.ReadEventsAsync(erasures, stop).AnyAsync(stop).ConfigureAwait(false)
            ?
            [
                .. await store.Versions.ReadVersionsAsync(new VersionQuery { ArticleId = id }, stop)
                    .Where(static version => !version.HasText)
                    .Select(static version => version.Number)
                    .ToListAsync(stop).ConfigureAwait(false),
            ]
            : [];
    }

    /// <summary>The page for a version whose text was erased.</summary>
    private static NotFoundPage Without(ArticleVersion version) => new()
    {
        IsTakenDown = version.IsHidden,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"Version {version.Number} {(version.IsHidden ? "was taken down" : "was erased to save space")}."),
    };

    /// <summary>Why the last visit found no text; null when it did, or without a visit.</summary>
    private static string? TroubleOf(Visit? visit) =>
        visit?.LastStatus is null or FetchStatus.Fetched or FetchStatus.NotModified
            ? null
            : visit.LastReason ?? JsonNamingPolicy.KebabCaseLower.ConvertName(visit.LastStatus.Value.ToString());

    private async Task<ArticleFacts?> LoadFactsAsync(string id, CancellationToken stop)
    {
        // The cheapest check comes first, since the id may be any text.
        ArticleVersion? latest = await store.Versions.FindLatestAsync(id, stop).ConfigureAwait(false);
        TrackedArticle? article = latest is null
            ? null
            : await store.Articles.FindByIdAsync(id, stop).ConfigureAwait(false);
        if (article is null || latest is null)
        {
            return null;
        }

        Visit? visit = await store.Visits.FindVisitAsync(VisitKind.Article, id, stop).ConfigureAwait(false);
        return new ArticleFacts
        {
            ArticleId = id,
            Url = article.Url,
            FirstSeenAt = article.FirstSeenAt,
            VersionCount = latest.Number,
            Source = article.Source,
            NextCheckAt = visit?.DueAt,
            LastCheckedAt = visit?.LastVisitedAt,
            Trouble = TroubleOf(visit),
            State = visit?.State ?? VisitState.Active,
        };
    }
}
