using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Visits one article: fetches it, judges it, and keeps any change.</summary>
/// <remarks>
/// Cancelling stops only the request. A fetched page is always written: version, event and next visit.
/// </remarks>
internal sealed class ArticleCheck(TrackingContext context)
{
    private const int MaxAppendAttempts = 5;
    private const int EarlierVersionsCompared = 10;

    private static readonly TimeSpan SwingTime = TimeSpan.FromDays(1);

    private readonly ArticleIdentity _identity = new(context);
    private readonly FetcherCall _call = new(context);
    private readonly VisitWriter _writer = new(context);

    /// <summary>Finds or creates the visit to an address's article, and follows it from now on.</summary>
    public async Task<Visit> FindVisitAsync(Uri url, CancellationToken cancellationToken)
    {
        DateTimeOffset now = context.Now();
        var registration = new ArticleRegistration
        {
            Keys = ArticleKeys.Compute(url),
            Url = UrlCanonicalizer.Canonicalize(url),
            SeenAt = now,
            Source = HostName.Of(url) ?? url.Host,
        };
        TrackedArticle article = await context.Catalog.RegisterAsync(registration, cancellationToken)
            .ConfigureAwait(false);
        Visit? known = await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken)
            .ConfigureAwait(false);
        return known switch
        {
            null => NewVisit.To(article, now),
            { DueAt: null } => NewVisit.Again(known, now),
            _ => known,
        };
    }

    /// <summary>Makes one visit.</summary>
    public async Task<CheckOutcome> CheckAsync(Visit visit, CancellationToken cancellationToken)
    {
        ArticleVersion? latest = await context.Store.FindLatestAsync(visit.Target, cancellationToken)
            .ConfigureAwait(false);
        var request = new FetchRequest
        {
            Url = visit.Url,
            Validators = latest is null ? null : visit.Validators,
            PreviousContainer = latest?.Container,
        };
        FetchResult fetched = FetchedValues.Checked(
            await _call.AwaitAsync(request.Url, stop => context.Fetcher.FetchAsync(request, stop), cancellationToken)
                .ConfigureAwait(false));

        return await _identity.SettleAsync(visit, fetched, latest).ConfigureAwait(false) is { } other
            ? await LeaveAsync(visit, fetched, other).ConfigureAwait(false)
            : await KeepAsync(visit, fetched, latest).ConfigureAwait(false);
    }

    /// <summary>Ends the visits to a target that is another article with its own visits.</summary>
    private async Task<CheckOutcome> LeaveAsync(Visit visit, FetchResult fetched, TrackedArticle other)
    {
        DateTimeOffset now = context.Now();
        Visit ended =
            visit with { State = VisitState.Merged, DueAt = null, LastVisitedAt = now, LastStatus = fetched.Status };
        var commit = new VisitCommit
        {
            Visit = ended,
            At = now,
            Event = ArticleEventKind.Merged,
            MergedInto = other.Id,
        };
        if ((await _writer.CommitAsync(commit).ConfigureAwait(false)).Status == CommitStatus.LeaseLost)
        {
            return LeaseLost(ended, latest: null);
        }

        return new CheckOutcome
        {
            Kind = CheckKind.Merged,
            Url = visit.Url,
            Status = fetched.Status,
            CheckedAt = now,
            ArticleId = other.Id,
            Version = await context.Store.FindLatestAsync(other.Id, CancellationToken.None).ConfigureAwait(false),
            Reason = $"It is the same article as the followed one at {other.Url.AbsoluteUri}.",
        };
    }

    private async Task<CheckOutcome> KeepAsync(Visit visit, FetchResult fetched, ArticleVersion? latest)
    {
        DateTimeOffset now = context.TimeOf(fetched.CapturedAt);
        for (int attempt = 1; ; attempt++)
        {
            Finding finding = ArticleJudge.Judge(visit, fetched, latest, now);
            if (finding.Kind == CheckKind.Changed
                && await IsSwingingAsync(visit, fetched.Article!, latest!, now).ConfigureAwait(false))
            {
                finding = ArticleJudge.DoubtReturn(finding, ContentHash.Compute(fetched.Article!));
            }

            finding = await WithoutNewsOfOldTextAsync(finding, visit, fetched, latest).ConfigureAwait(false);
            VisitCommit commit = Write(finding, fetched, latest, now);
            CommitResult committed = await _writer.CommitAsync(commit).ConfigureAwait(false);
            if (committed.Status == CommitStatus.LeaseLost)
            {
                return await LeaseLostAsync(visit, fetched, commit).ConfigureAwait(false);
            }

            if (committed.Status == CommitStatus.Committed)
            {
                return Outcome(visit, finding, commit, committed.Head ?? latest, latest);
            }

            if (attempt == MaxAppendAttempts)
            {
                throw new InvalidOperationException(
                    $"The store refused a version of article '{visit.Target}' {MaxAppendAttempts} times, "
                    + "although each followed the current version.");
            }

            // Another tracker stored a version since: judge again, against that one.
            latest = committed.Head;
        }
    }

    /// <summary>Leaves the schedule alone when a page only says again what it said before.</summary>
    /// <remarks>
    /// A page that swings between two texts (two servers, one out of date) is kept in full, but must not keep the
    /// tracker coming: what it said before is a version, yet nothing new.
    /// </remarks>
    private async ValueTask<Finding> WithoutNewsOfOldTextAsync(
        Finding finding, Visit before, FetchResult fetched, ArticleVersion? latest) =>
        finding.Kind == CheckKind.Changed
        && await WasSaidBeforeAsync(latest!, fetched.Article!, latest!.Number - 1).ConfigureAwait(false)
            ? finding with { Visit = finding.Visit with { LastChangedAt = before.LastChangedAt } }
            : finding;

    /// <summary>What is to be written of a finding.</summary>
    private VisitCommit Write(Finding finding, FetchResult fetched, ArticleVersion? latest, DateTimeOffset now) => new()
    {
        Visit = VisitSchedule.Plan(
            finding.Visit, finding.NeedsConfirmation, fetched.RetryAfter ?? fetched.FreshFor, context.Options),
        At = now,
        Event = finding.Kind switch
        {
            CheckKind.Vanished => ArticleEventKind.Vanished,
            CheckKind.Returned => ArticleEventKind.Returned,
            _ => null,
        },
        Reason = finding.Reason,
        Draft = !finding.IsVersion ? null : new VersionDraft
        {
            ArticleId = finding.Visit.Target,
            Article = fetched.Article!,
            SeenAt = now,
            ExtractorVersion = fetched.ExtractorVersion,
            Container = fetched.Container,
            PageHash = fetched.PageHash,
            ExpectedHead = latest?.Number ?? 0,
        },
    };

    private CheckOutcome Outcome(
        Visit before, Finding finding, VisitCommit commit, ArticleVersion? head, ArticleVersion? previous) => new()
        {
            Kind = finding.Kind,
            Url = before.Url,
            Status = commit.Visit.LastStatus!.Value,
            CheckedAt = commit.Visit.LastVisitedAt!.Value,
            ArticleId = commit.Visit.Target,
            Version = head,
            Change = finding.IsVersion && previous is not null
                ? new ArticleChange(previous, head!, context.Options.Diff)
                : null,
            NextCheckAt = commit.Visit.DueAt,
            Reason = finding.Reason,
        };

    /// <summary>The outcome of a visit that another tracker claimed meanwhile; nothing was written.</summary>
    private async Task<CheckOutcome> LeaseLostAsync(Visit visit, FetchResult fetched, VisitCommit commit)
    {
        ArticleVersion? latest = await context.Store.FindLatestAsync(visit.Target, CancellationToken.None)
            .ConfigureAwait(false);
        Finding finding = ArticleJudge.Judge(visit, fetched, latest, commit.At);
        CheckOutcome lost = LeaseLost(commit.Visit, latest);
        return finding.Kind == CheckKind.Unchanged
            ? lost with { Kind = CheckKind.Unchanged, Reason = finding.Reason }
            : lost;
    }

    private CheckOutcome LeaseLost(Visit visit, ArticleVersion? latest)
    {
        context.Log.ClaimLost(visit.Url);
        return new CheckOutcome
        {
            Kind = CheckKind.Failed,
            Url = visit.Url,
            Status = visit.LastStatus ?? FetchStatus.Failed,
            CheckedAt = visit.LastVisitedAt ?? context.Now(),
            ArticleId = visit.Target,
            Version = latest,
            Reason = "Another tracker took over this visit, and reports what it finds. Nothing was stored.",
        };
    }

    /// <summary>Whether a page seems to alternate between two texts.</summary>
    /// <remarks>
    /// Two servers, or a paywall that opens now and then, are the reason. The text was there before the latest version,
    /// which is less than a day old, and that version has a very different length or came back itself.
    /// </remarks>
    private async Task<bool> IsSwingingAsync(Visit visit, Article article, ArticleVersion latest, DateTimeOffset now)
    {
        return now - latest.SeenAt < SwingTime
            && visit.HeldHash != ContentHash.Compute(article)
            && await WasSaidBeforeAsync(latest, article, latest.Number - 1).ConfigureAwait(false)
            && (Suspicion.AreOfOtherLength(latest.Article, article)
                || await WasSaidBeforeAsync(latest, latest.Article, latest.Number - 2).ConfigureAwait(false));
    }

    // By the text, not by its hash: a former release may have hashed the same text otherwise.
    private async Task<bool> WasSaidBeforeAsync(ArticleVersion latest, Article article, int lastNumber)
    {
        var earlier = new VersionQuery
        {
            ArticleId = latest.ArticleId,
            ToNumber = lastNumber,
            NewestFirst = true,
            Limit = EarlierVersionsCompared,
        };
        return lastNumber > 0 && await context.Store.ReadVersionsAsync(earlier, CancellationToken.None)
            .AnyAsync(version => version.Article.HasSameContentAs(article)).ConfigureAwait(false);
    }
}
