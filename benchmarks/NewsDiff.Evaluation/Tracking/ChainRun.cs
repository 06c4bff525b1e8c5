using NewsDiff.Feeds;
using NewsDiff.Testing;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>Shows an article's versions to a tracker, each for some visits, and notes when it stores them.</summary>
internal sealed class ChainRun : IArticleFetcher, IFeedFetcher
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryVersionStore _store = new();
    private readonly ArticleTracker _tracker;
    private Article _shown;

    private ChainRun(Article first)
    {
        _shown = first;
        _tracker = new ArticleTracker(this, this, _store, timeProvider: _clock);
    }

    /// <summary>Shows all versions, and at last, for one visit, another article.</summary>
    /// <returns>When each version was stored, and whether the other article was taken for a version.</returns>
    internal static async Task<(List<StoredVersion> Stored, bool IsTaken)> RunAsync(
        RevisionChain chain, Article other, int visits)
    {
        var run = new ChainRun(chain.Versions[0]);
        string id = (await run._tracker.CheckArticleAsync(chain.Versions[0].Url)).ArticleId!;
        List<StoredVersion> stored = [];
        foreach (Article version in chain.Versions.Skip(1))
        {
            run._shown = version;
            stored.Add(await run.ShowAsync(id, visits));
        }

        run._shown = other;
        return (stored, (await run.ShowAsync(id, 1)).Visit == 1);
    }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = request.Url,
            Article = _shown,
            ExtractorVersion = 1,
            HttpStatusCode = 200,
        });

    public Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    private async Task<StoredVersion> ShowAsync(string id, int visits)
    {
        string reason = "";
        DateTimeOffset? first = null;
        StoredVersion? stored = null;
        for (int visit = 1; visit <= visits; visit++)
        {
            Visit due = (await _store.FindVisitAsync(VisitKind.Article, id))!;
            if (due.DueAt > _clock.Now)
            {
                _clock.Advance(due.DueAt.Value - _clock.Now);
            }

            CheckOutcome outcome = await _tracker.VisitAsync(due);
            first ??= outcome.CheckedAt;
            reason = visit == 1 ? outcome.Reason ?? outcome.Kind.ToString() : reason;
            if (stored is null && outcome.Change is not null)
            {
                stored = new StoredVersion(
                    visit, outcome.CheckedAt - first.Value, outcome.Version!.Doubt is not null, reason);
            }
        }

        return stored ?? new StoredVersion(0, TimeSpan.Zero, false, reason);
    }
}
