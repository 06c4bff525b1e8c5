using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The query for a page of articles, written so that a database uses the right index.</summary>
internal static class ArticlePage
{
    /// <summary>The length of a prefix that few articles share: they are found by the prefix, then sorted.</summary>
    /// <remarks>
    /// Ids are hexadecimal, so 250 of a million articles share three digits. A shorter prefix has so many articles that
    /// reading in order soon fills a page.
    /// </remarks>
    private const int SelectivePrefix = 3;

    /// <summary>Writes the query.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="columns">The columns after id, address and time, for articles under the alias <c>a</c>.</param>
    /// <param name="query">Which articles.</param>
    /// <param name="last">The article before the page, or null for the first.</param>
    /// <param name="size">The maximum number of articles to read.</param>
    /// <param name="passedOver">The number of articles to skip.</param>
    public static (string Text, (string Name, object? Value)[] Parameters) Query(
        string prefix, string columns, ArticleQuery query, TrackedArticle? last, int size, int passedOver)
    {
        // A feed's articles are found and ordered by an index that has the time too.
        bool isByFeed = query.FeedUrl is not null;
        string id = isByFeed ? "f.article_id" : "a.id";
        string time = isByFeed ? "f.first_seen_at" : "a.first_seen_at";
        string order = IsByPrefix(query) ? "coalesce(a.first_seen_at, NULL)" : time;
        (string Condition, (string, object?)[] Parameters)[] conditions =
        [
            ("true", [("@size", size), ("@passed_over", passedOver)]),
            .. Conditions(prefix, query),
            .. Given(
                last,
                $"({order}, {id}) > (@last_seen_at, @last_id)",
                ("@last_seen_at", last?.FirstSeenAt),
                ("@last_id", last?.Id)),
        ];
        return (
            $"""
             SELECT a.id, a.url, {time}, {columns}
             FROM {prefix}article a{(isByFeed ? $" JOIN {prefix}article_feed f ON f.article_id = a.id" : "")}
             WHERE {string.Join(" AND ", conditions.Select(condition => condition.Condition))}
             ORDER BY {order}, {id} LIMIT @size OFFSET @passed_over
             """,
            [.. conditions.SelectMany(condition => condition.Parameters)]);
    }

    private static bool IsByPrefix(ArticleQuery query) =>
        query is { FeedUrl: null, Source: null, IdPrefix.Length: >= SelectivePrefix };

    private static IEnumerable<(string Condition, (string, object?)[] Parameters)> Conditions(
        string prefix, ArticleQuery query)
    {
        string? beyond = IsByPrefix(query) ? Beyond(query.IdPrefix!) : null;
        return
        [
            .. Given(
                query.FeedUrl,
                $"f.feed = (SELECT key FROM {prefix}feed WHERE url = @feed)",
                ("@feed", query.FeedUrl)),
            .. Given(query.Source, "a.source = @source", ("@source", query.Source)),
            .. Given(query.IncludesMerged ? null : query, "a.merged_into IS NULL"),
            .. Given(
                query.IdPrefix, "substr(a.id, 1, length(@prefix)) = @prefix", ("@prefix", query.IdPrefix)),
            .. Given(beyond, "a.id BETWEEN @prefix AND @beyond", ("@beyond", beyond)),
        ];
    }

    private static IEnumerable<(string Condition, (string Name, object? Value)[] Parameters)> Given(
        object? value, string condition, params (string Name, object? Value)[] parameters) =>
        value is null ? [] : [(condition, parameters)];

    /// <summary>A text after all ids with this beginning; null when there is none.</summary>
    private static string? Beyond(string prefix) =>
        prefix.All(char.IsAsciiLetterOrDigit) ? prefix + '~' : null;
}
