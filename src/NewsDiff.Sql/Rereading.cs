namespace NewsDiff.Sql;

/// <summary>Computes the rows of an article whose kept pages were read again.</summary>
/// <remarks>A difference that follows a replaced version is written anew, up to the next keyframe.</remarks>
internal static class Rereading
{
    /// <summary>The query for all versions of <c>@article</c>, in their order.</summary>
    public static string Select(string prefix) =>
        $"""
         SELECT v.id, v.depth, v.body, v.content_hash, v.erased, v.extractor_version, v.container,
             v.page_hash
         FROM {prefix}history h
         JOIN {prefix}version v
             ON v.id BETWEEN h.key * {VersionKey.HistoryStep} AND (h.key + 1) * {VersionKey.HistoryStep} - 1
         WHERE h.article_id = @article ORDER BY v.id
         """;

    /// <summary>The statement that writes a version in its new form.</summary>
    public static string Update(string prefix) =>
        $"""
         UPDATE {prefix}version SET depth = @depth, body = @body, content_hash = @content_hash,
             extractor_version = @extractor_version, container = @container
         WHERE id = @id
         """;

    /// <summary>Computes the rows that change.</summary>
    /// <param name="rows">All versions of the article, in their order.</param>
    /// <param name="readings">What replaces versions.</param>
    /// <returns>Null when the readings may not replace what the rows say.</returns>
    /// <exception cref="VersionStoreException">A row is damaged.</exception>
    public static List<RereadRow>? Plan(IReadOnlyList<RereadRow> rows, IReadOnlyCollection<ArticleVersion> readings)
    {
        Dictionary<int, ArticleVersion> byNumber = readings.ToDictionary(static reading => reading.Number);
        HashSet<string> hidden =
            [.. rows.Where(row => row.Erased is Erased.Hidden).Select(row => HashColumn.Decode(row.Hash))];
        if (rows.Count(row => byNumber.GetValueOrDefault(row.Number) is { } reading && row.MayBecome(reading))
                < readings.Count
            || readings.Any(reading => hidden.Contains(ContentHash.Compute(reading.Article))))
        {
            return null;
        }

        List<RereadRow> changed = [];
        DecodedBody? former = null;
        DecodedBody? now = null;
        bool isBaseReplaced = false;
        foreach (RereadRow row in rows)
        {
            DecodedBody json = row.Decode(former);
            ArticleVersion? reading = byNumber.GetValueOrDefault(row.Number);
            RereadRow after = reading is not null ? row.Become(reading, json, now)
                : isBaseReplaced && row.Depth > 0 ? row.Encode(json.Json, now)
                : row;
            isBaseReplaced = after != row;
            if (isBaseReplaced)
            {
                changed.Add(after);
            }

            former = json;
            now = after.Erased is null ? after.Decode(now) : null;
        }

        return changed;
    }
}
