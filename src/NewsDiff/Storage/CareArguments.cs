using System.Globalization;

namespace NewsDiff.Storage;

/// <summary>Checks the arguments of <see cref="IVersionCare"/>, for our own stores.</summary>
internal static class CareArguments
{
    public static void CheckHiding(VersionQuery query, string reason, string by)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (query.ArticleId is null)
        {
            throw new ArgumentException("The query must name the article whose versions are taken down.", nameof(query));
        }

        CheckLimit(query);
    }

    public static void CheckPruning(VersionQuery query, int keepLatest, string reason, string by)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(keepLatest, 1);
        CheckLimit(query);
    }

    /// <summary>Checks readings.</summary>
    /// <returns>The article that they are of; empty for no readings.</returns>
    public static string CheckReadings(IReadOnlyCollection<ArticleVersion> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        string[] articles = [.. readings.Select(static reading => reading.ArticleId).Distinct()];
        return articles.Length <= 1
            && readings.DistinctBy(static reading => reading.Number).Count() == readings.Count
            ? articles.FirstOrDefault() ?? ""
            : throw new ArgumentException("Give readings of one article, and one for each version.", nameof(readings));
    }

    /// <summary>The reason that the event of pruned versions gives.</summary>
    public static string TextOfPruning(int count, string reason) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "version" : "versions")}: {reason}");

    private static void CheckLimit(VersionQuery query)
    {
        if (query.Limit is not null)
        {
            throw new ArgumentException("The query must not have a limit: it would hide or prune only some.", nameof(query));
        }
    }
}
