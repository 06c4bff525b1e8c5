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

    public static void CheckPruning(VersionQuery query, int keepLatest)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(keepLatest, 1);
        CheckLimit(query);
    }

    private static void CheckLimit(VersionQuery query)
    {
        if (query.Limit is not null)
        {
            throw new ArgumentException("The query must not have a limit: it would hide or prune only some.", nameof(query));
        }
    }
}
