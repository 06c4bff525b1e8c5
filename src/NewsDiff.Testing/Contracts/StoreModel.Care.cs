using NewsDiff.Search;

namespace NewsDiff.Testing.Contracts;

public sealed partial class StoreModel<TStore>
{
    private static readonly string[] Words =
    [
        "ferry", "quay", "title", "people", "\"ferry number 3\"", "\"number 2 is wet\"", "ferry -quay", "wet OR left",
        "kind:title", "kind:title 1", "kind:removed ferry", "kind:removed people", "kind:removed", "kind:added quay",
        "kind:added 4", "kind:removed kind:title", "word7", "nothing",
    ];

    private StoreOperation Hide()
    {
        int number = _random.Next(1, 40);
        VersionQuery query = _random.Next(3) > 0
            ? new VersionQuery { ArticleId = Article(), FromNumber = number, ToNumber = number + _random.Next(3) }
            : Query(Article()) with { FromNumber = number };
        (DateTimeOffset now, string by) = (_now, $"editor {_random.Next(3)}");
        return async (store, _, stop) =>
        {
            int hidden = await ((IVersionCare)store).HideAsync(query, "A court ordered it.", by, now, stop);
            return $"{hidden}";
        };
    }

    private StoreOperation Prune()
    {
        VersionQuery query = Query(_random.Next(3) > 0 ? Article() : null);
        int keep = _random.Next(1, 20);
        (DateTimeOffset now, string by) = (_now, $"editor {_random.Next(3)}");
        return async (store, _, stop) =>
        {
            int pruned = await ((IVersionCare)store).PruneAsync(query, keep, "To save space.", by, now, stop);
            return $"{pruned}";
        };
    }

    private StoreOperation ReadAgain()
    {
        string articleId = Article();
        int first = _random.Next(1, 20);
        int count = _random.Next(1, 6);
        Article[] articles = [.. Enumerable.Range(0, count).Select(_ => Draft(articleId).Article)];
        int extractor = _random.Next(3, 9);
        bool isStale = _random.Next(6) == 0;
        return async (store, isModel, stop) =>
        {
            var query = new VersionQuery { ArticleId = articleId, FromNumber = first, ToNumber = first + count - 1 };
            List<ArticleVersion> versions = await ((IVersionStore)store).ReadVersionsAsync(query, stop)
                .Where(static version => version.HasText).ToListAsync(stop);
            ArticleVersion[] readings =
            [
                .. versions.Zip(articles, (version, article) => version with
                {
                    PageHash = isStale ? "c0ffee" : version.PageHash,
                    Article = article,
                    ExtractorVersion = extractor,
                }),
            ];
            bool isReplaced = await ((IVersionCare)store).ReplaceReadingsAsync(readings, stop);
            if (isReplaced && !isModel)
            {
                _laws.ReadAgain(readings);
            }

            return $"{readings.Length} {isReplaced}";
        };
    }

    private StoreOperation Count()
    {
        DateTimeOffset now = _now;
        return async (store, _, stop) => string.Join(
            ' ', (await ((IVersionCare)store).CountAsync(now, stop)).Where(count => count.Key != "bytes"));
    }

    private StoreOperation Search()
    {
        string query = Words[_random.Next(Words.Length)];
        query += _random.Next(4) == 0 ? $" host:{Site()}" : "";
        query += _random.Next(4) == 0 ? $" source:\"source {_random.Next(3)}\"" : "";
        DateTimeOffset since = _now.AddHours(-_random.Next(480));
        query += _random.Next(2) == 0
            ? $" version:{_random.Next(1, 40)}"
            : $" since:{since:yyyy-MM-ddTHH:mm} until:{since.AddHours(24):yyyy-MM-ddTHH:mm}";
        int page = _random.Next(1, 40);
        return async (store, _, stop) =>
        {
            var searchable = (ISearchableStore)store;
            List<SearchHit> hits = await searchable.SearchAsync(query, null, stop).Take(page).ToListAsync(stop);
            if (hits.Count == page)
            {
                hits.AddRange(await searchable.SearchAsync(query, hits[^1].Cursor, stop).ToListAsync(stop));
            }

            return $"{query}\n{Describe(hits)}";
        };
    }

    /// <summary>Stores may order the hits of one second as they like.</summary>
    private static string Describe(List<SearchHit> hits) => string.Join('\n', hits
        .Select(hit => $"{hit} {hit.IsTitle} {string.Join(' ', hit.Matches)} {Describe(hit.Version)}")
        .Order(StringComparer.Ordinal));
}
