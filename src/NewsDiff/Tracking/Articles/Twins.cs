namespace NewsDiff.Tracking.Articles;

/// <summary>Finds a story under its former address by its text, when neither address nor id identifies it.</summary>
/// <remarks>
/// The text alone is not enough: some sites repeat a notice. The title must be the same too, and either the former
/// address is lost, or both pages give the same minute of publication.
/// </remarks>
internal sealed class Twins(TrackingContext context)
{
    /// <summary>The article that seems to be the visited one; none when it is among the known ones.</summary>
    public async Task<IEnumerable<TrackedArticle>> FindAsync(
        Visit visit, Article article, List<TrackedArticle> known)
    {
        await context.LearnSiteAsync(visit.Url).ConfigureAwait(false);
        if (context.Sites.FindTwin(visit, TextSketch.Of(article)) is not { } id
            || known.Exists(other => other.Id == id)
            || await context.FindArticleAsync(id).ConfigureAwait(false) is not { MergedInto: null } twin
            || await context.Store.FindLatestAsync(id, CancellationToken.None).ConfigureAwait(false) is not { } theirs
            || !SameStory.HaveOneTitle(theirs.Article, article))
        {
            return [];
        }

        Visit? former = await context.Visits.FindVisitAsync(VisitKind.Article, id, CancellationToken.None)
            .ConfigureAwait(false);
        bool isLost = former is { LastStatus: FetchStatus.NotFound or FetchStatus.Gone };
        return isLost || SameStory.IsOfOneMinute(theirs.Article, article) ? [twin] : [];
    }
}
