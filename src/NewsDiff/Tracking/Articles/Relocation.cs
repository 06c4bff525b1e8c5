using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Moves the visits of an article to another of its addresses.</summary>
internal sealed class Relocation(TrackingContext context)
{
    private readonly VisitWriter _writer = new(context);

    /// <summary>The address at which an article is visited: its site alone may speak for it.</summary>
    public async Task<Uri> HomeOfAsync(TrackedArticle article) =>
        (await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, CancellationToken.None)
            .ConfigureAwait(false))?.Url ?? article.Url;

    /// <summary>Visits an article at another address from now on.</summary>
    public async Task MoveAsync(string articleId, Uri url, DateTimeOffset dueAt)
    {
        if (await _writer.TryTakeAsync(VisitKind.Article, articleId).ConfigureAwait(false) is { } taken)
        {
            bool isVisited = taken.State is VisitState.Active or VisitState.Vanished;
            Visit moved = taken with { Url = url, DueAt = isVisited ? dueAt : taken.DueAt, Validators = null };
            await context.Visits.SaveVisitAsync(moved, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
