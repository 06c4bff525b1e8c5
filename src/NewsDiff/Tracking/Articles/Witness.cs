using NewsDiff.Events;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Gathers the evidence beside an answer: earlier visits, other articles, earlier versions.</summary>
internal sealed class Witness(TrackingContext context)
{
    private const int EarlierVersionsCompared = 10;

    /// <summary>What earlier visits remembered, including that another article caught the site's server.</summary>
    public VisitMemory Recall(Visit visit, DateTimeOffset now)
    {
        VisitMemory memory = VisitMemoryJson.Of(visit).AsOf(now);
        return context.Sites.CaughtAt(visit.Url) is { } caught && !(memory.CaughtAt >= caught)
            ? memory with { CaughtAt = caught }
            : memory;
    }

    /// <summary>All that the judge needs.</summary>
    public async Task<Sight> SightAsync(
        Visit visit, FetchResult fetched, ArticleVersion? latest, DateTimeOffset now)
    {
        var sight = new Sight
        {
            Before = visit,
            Memory = VisitMemoryJson.Of(visit).AsOf(now),
            Fetched = fetched,
            Latest = latest,
            Now = now,
        };
        sight = sight with { Current = await FindCurrentAsync(sight).ConfigureAwait(false) };
        if (fetched is not { Status: FetchStatus.Fetched, Article: { } article }
            || latest?.Says(article) is true)
        {
            return sight;
        }

        await context.LearnSiteAsync(visit.Url).ConfigureAwait(false);
        sight = sight with
        {
            SharedWith = FindShared(visit, fetched, article, latest?.Article),
            IsLedElsewhere = await IsLedElsewhereAsync(visit, fetched).ConfigureAwait(false),
            LatestReadAgain = await ReadAgainAsync(visit, fetched, latest).ConfigureAwait(false),
        };
        if (latest is null || sight.Memory.Swing is not null)
        {
            return sight;
        }

        ArticleVersion? earlier = await FindEarlierAsync(latest, article, latest.Number - 1).ConfigureAwait(false);
        return sight with
        {
            WasSaidBefore = earlier is not null,
            IsHidden = earlier is { IsHidden: true },
            IsLatestRepeated = latest.HasText
                && await FindEarlierAsync(latest, latest.Article, Math.Max(0, latest.Number - 2))
                    .ConfigureAwait(false) is not null,
        };
    }

    /// <summary>Notes what the visit shows about the site.</summary>
    public void Note(Sight sight, Finding finding)
    {
        if (sight.Fetched is not { Status: FetchStatus.Fetched, Article: { } article })
        {
            return;
        }

        context.Sites.NoteText(sight.Before, sight.Fetched, TextSketch.Of(article), finding.Kind == CheckKind.Failed);
        if (FullAnswers.IsLie(
            sight.Fetched.Validators, sight.Before.Validators, finding.Kind == CheckKind.Changed))
        {
            context.Sites.NoteLie(sight.Before.Url, sight.Now);
        }
    }

    private Uri? FindShared(Visit visit, FetchResult fetched, Article article, Article? known) =>
        context.Sites.FindShared(
            visit, fetched, TextSketch.Of(article), known is null ? null : TextSketch.Of(known));

    /// <summary>Finds the current metadata; events are read only when there is something to compare.</summary>
    private async Task<Article?> FindCurrentAsync(Sight sight)
    {
        if (sight.Latest is not { HasText: true } latest
            || sight.Fetched is not { Status: FetchStatus.Fetched, Article: { } seen })
        {
            return null;
        }

        bool isRevised = sight.Memory.Metadata is { IsRevised: true } known && known.Number == latest.Number;
        if (!isRevised && MetadataChange.Compute(latest.Article, seen).IsEmpty)
        {
            return latest.Article;
        }

        IEventLog log = context.Store as IEventLog ?? context.Memory;
        var query = new EventQuery { ArticleId = latest.ArticleId, NewestFirst = true };
        List<ArticleEvent> events = await log.ReadEventsAsync(query, CancellationToken.None)
            .TakeWhile(happened => happened.Number >= latest.Number)
            .ToListAsync().ConfigureAwait(false);
        events.Reverse();
        return latest.WithMetadata(events);
    }

    /// <summary>Reads the current version's page again, once for each new extractor.</summary>
    private async Task<Article?> ReadAgainAsync(Visit visit, FetchResult fetched, ArticleVersion? latest) =>
        latest is not null
        && fetched.ExtractorVersion > latest.ExtractorVersion
        && !TextJudge.IsReadBy(visit.HeldHash, fetched.ExtractorVersion)
        && context.Options.ReadAgain is { } read
            ? await read(latest, CancellationToken.None).ConfigureAwait(false)
            : null;

    /// <summary>Whether a redirect led to a section, a wall, or another known article.</summary>
    private async Task<bool> IsLedElsewhereAsync(Visit visit, FetchResult fetched)
    {
        if (ArticleKeys.Compute(visit.Url)[0] == ArticleKeys.Compute(fetched.Url)[0])
        {
            return false;
        }

        if (PageClaims.Find(visit.Url, fetched).Any(
            claim => claim.Url == fetched.Url && claim.Belief == ClaimBelief.Refused))
        {
            return true;
        }

        TrackedArticle? owner = await context.Catalog
            .FindByKeyAsync(ArticleKeys.Compute(fetched.Url)[0], CancellationToken.None).ConfigureAwait(false);
        return owner is not null && owner.Id != visit.Target;
    }

    // Texts are compared, not hashes: an earlier release may have hashed the same text differently.
    private async Task<ArticleVersion?> FindEarlierAsync(ArticleVersion latest, Article article, int lastNumber)
    {
        var earlier = new VersionQuery
        {
            ArticleId = latest.ArticleId,
            ToNumber = lastNumber,
            NewestFirst = true,
            Limit = EarlierVersionsCompared,
        };
        return lastNumber == 0 ? null : await context.Store.ReadVersionsAsync(earlier, CancellationToken.None)
            .FirstOrDefaultAsync(version => version.Says(article)).ConfigureAwait(false);
    }
}
