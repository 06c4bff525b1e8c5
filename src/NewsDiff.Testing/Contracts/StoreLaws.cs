using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

/// <summary>Checks what must hold in every store, given the operations that it acknowledged.</summary>
/// <remarks>It keeps the drafts that were appended, by article and in their order, and nothing else.</remarks>
internal sealed class StoreLaws
{
    private readonly Dictionary<string, List<VersionDraft>> _drafts = [];

    /// <summary>Notes that a draft was appended.</summary>
    public void Appended(VersionDraft draft)
    {
        if (!_drafts.TryGetValue(draft.ArticleId, out List<VersionDraft>? drafts))
        {
            _drafts[draft.ArticleId] = drafts = [];
        }

        drafts.Add(draft);
    }

    /// <summary>Notes that readings replaced what was appended.</summary>
    public void ReadAgain(IEnumerable<ArticleVersion> readings)
    {
        foreach (ArticleVersion reading in readings)
        {
            List<VersionDraft> drafts = _drafts[reading.ArticleId];
            drafts[reading.Number - 1] = drafts[reading.Number - 1] with { Article = reading.Article };
        }
    }

    /// <summary>Reads the whole store.</summary>
    /// <returns>The first broken law; null when all hold.</returns>
    public async Task<string?> FindBreachAsync<TStore>(TStore store, CancellationToken stop)
        where TStore : ITrackerStore, ISearchableStore, IVersionCare
    {
        List<ArticleVersion> all = await store.ReadVersionsAsync(new VersionQuery(), stop).ToListAsync(stop);
        ILookup<string, ArticleVersion> versions = all.ToLookup(version => version.ArticleId);
        ILookup<string, ArticleEvent> events = (await store.ReadEventsAsync(new EventQuery(), stop).ToListAsync(stop))
            .ToLookup(happened => happened.ArticleId);
        ILookup<string, (int, int)> changes = (await store.ReadChangesAsync(new VersionQuery(), stop).ToListAsync(stop))
            .ToLookup(
                change => change.After.ArticleId, change => (change.Before.Number, change.After.Number));
        return _drafts.Select(article =>
                FindLoss(article.Key, article.Value, [.. versions[article.Key]])
                ?? FindMissing(article.Key, [.. versions[article.Key]], [.. events[article.Key]])
                ?? FindWrong(article.Key, [.. versions[article.Key]], [.. changes[article.Key]]))
            .FirstOrDefault(breach => breach is not null)
            ?? (all.Count == _drafts.Values.Sum(drafts => drafts.Count) ? null : "Some versions were never appended.")
            ?? await store.VerifyAsync(cancellationToken: stop).FirstOrDefaultAsync(stop)
            ?? await FindWrongHitAsync(store, versions, stop);
    }

    private static string? FindLoss(string articleId, List<VersionDraft> drafts, List<ArticleVersion> versions)
    {
        if (!versions.Select(version => version.Number).SequenceEqual(Enumerable.Range(1, drafts.Count)))
        {
            return $"{articleId}: {drafts.Count} appends, but the versions "
                + string.Join(' ', versions.Select(version => version.Number));
        }

        return versions.Zip(drafts)
            .Where(pair => pair.First.ContentHash != ContentHash.Compute(pair.Second.Article)
                || (pair.First.HasText
                    ? !pair.First.Article.HasSameContentAs(pair.Second.Article)
                    : !pair.First.Article.Paragraphs.IsEmpty || pair.First.Article.Title.Length > 0))
            .Select(pair => $"{pair.First} is not what was appended.")
            .FirstOrDefault();
    }

    private static string? FindMissing(string articleId, List<ArticleVersion> versions, List<ArticleEvent> events)
    {
        int[] told =
        [
            .. events.Where(happened => happened.Kind is ArticleEventKind.FirstSeen or ArticleEventKind.Changed)
                .Select(happened => happened.Kind == ArticleEventKind.FirstSeen ? -happened.Number : happened.Number),
        ];
        int[] hidden =
        [
            .. events.Where(happened => happened.Kind == ArticleEventKind.Hidden).Select(happened => happened.Number)
                .Order(),
        ];
        return !told.SequenceEqual(versions.Select(version => version.Number == 1 ? -1 : version.Number))
            ? $"{articleId}: {versions.Count} versions, but the events {string.Join(' ', told)}"
            : !hidden.SequenceEqual(versions.Where(version => version.IsHidden).Select(version => version.Number))
            ? $"{articleId}: the hidden versions are not those of the events."
            : events.Select(happened => happened.Id).Distinct().Count() != events.Count
            ? $"{articleId}: two events have one id."
            : null;
    }

    private static string? FindWrong(string articleId, List<ArticleVersion> versions, List<(int, int)> changes)
    {
        int[] kept = [.. versions.Where(version => version.HasText).Select(version => version.Number)];
        return changes.SequenceEqual(kept.Zip(kept.Skip(1)))
            ? null
            : $"{articleId}: the versions {string.Join(' ', kept)} have texts, but changes lead "
                + string.Join(' ', changes);
    }

    private static async Task<string?> FindWrongHitAsync(
        ISearchableStore store, ILookup<string, ArticleVersion> versions, CancellationToken stop)
    {
        for (int number = 0; number < StoreTexts.Ferries; number++)
        {
            string text = StoreTexts.Ferry(number);
            List<SearchHit> hits = await store.SearchAsync($"\"{text}\"", null, stop).ToListAsync(stop);
            IEnumerable<string> actual = hits
                .Select(hit => $"{hit.Version.ArticleId} {hit.FirstVersion}-{hit.LastVersion}");
            IEnumerable<string> expected = versions.SelectMany(article => Lifetimes([.. article], text)
                .Select(lifetime => $"{article.Key} {lifetime.First}-{lifetime.Last}"));
            string[] missing = [.. expected.Except(actual)];
            string[] wrong = [.. actual.Except(expected)];
            if (missing.Length > 0 || wrong.Length > 0 || hits.Count != expected.Count())
            {
                return $"{text} is not found in {string.Join(", ", missing)}; wrongly in {string.Join(", ", wrong)}";
            }
        }

        return null;
    }

    /// <summary>The spans of versions with a text, as if those without texts had never existed.</summary>
    private static IEnumerable<(int First, int? Last)> Lifetimes(List<ArticleVersion> versions, string text)
    {
        int? first = null;
        int last = 0;
        foreach (ArticleVersion version in versions.Where(version => version.HasText))
        {
            bool isThere = version.Article.Paragraphs.Any(paragraph => paragraph.Text == text);
            if (!isThere && first is { } begun)
            {
                yield return (begun, last);
                first = null;
            }

            first ??= isThere ? version.Number : null;
            last = version.Number;
        }

        if (first is { } standing)
        {
            yield return (standing, null);
        }
    }
}
