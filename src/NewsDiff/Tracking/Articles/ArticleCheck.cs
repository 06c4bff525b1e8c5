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

    private readonly ArticleIdentity _identity = new(context);
    private readonly Witness _witness = new(context);
    private readonly FetcherCall _call = new(context);
    private readonly VisitWriter _writer = new(context);

    /// <summary>Finds or creates the visit to the article at an address, and follows the article from now on.</summary>
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
    /// <param name="visit">Its state.</param>
    /// <param name="isAsked">Whether a person asked for it: the server must then answer in full.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async Task<CheckOutcome> CheckAsync(Visit visit, bool isAsked, CancellationToken cancellationToken)
    {
        bool isWholeWanted = isAsked || FullAnswers.AreDue(_witness.Recall(visit, context.Now()), context.Now());
        ArticleVersion? latest = await context.Store.FindLatestAsync(visit.Target, cancellationToken)
            .ConfigureAwait(false);
        var request = new FetchRequest
        {
            Url = visit.Url,
            Validators = latest is null || isWholeWanted ? null : visit.Validators,
            PreviousContainer = latest?.Container,
        };
        FetchResult fetched = FetchedValues.Checked(
            await _call.AwaitAsync(request.Url, stop => context.Fetcher.FetchAsync(request, stop), cancellationToken)
                .ConfigureAwait(false));

        if (fetched.Status == FetchStatus.OverBudget)
        {
            return await PostponedVisit.LeaveAsync(context, visit, fetched.RetryAfter, fetched.Reason)
                .ConfigureAwait(false);
        }

        (TrackedArticle? into, Uri? home) = await _identity.SettleAsync(visit, fetched, latest).ConfigureAwait(false);
        return into is null
            ? await KeepAsync(visit with { Url = home ?? visit.Url }, fetched, latest).ConfigureAwait(false)
            : await LeaveAsync(visit, fetched, into).ConfigureAwait(false);
    }

    /// <summary>Ends the visits to an article that was merged into another, which has visits of its own.</summary>
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
            Sight sight = await _witness.SightAsync(visit, fetched, latest, now).ConfigureAwait(false);
            Finding finding = await FollowAsync(ArticleJudge.Judge(sight)).ConfigureAwait(false);
            _witness.Note(sight, finding);
            VisitCommit commit = Write(finding, fetched, latest, now);
            CommitResult committed = await _writer.CommitAsync(commit).ConfigureAwait(false);
            if (committed.Status == CommitStatus.LeaseLost)
            {
                return await LeaseLostAsync(visit, fetched, commit).ConfigureAwait(false);
            }

            if (committed.Status == CommitStatus.Committed)
            {
                bool isRefused = finding.IsVersion && committed.Head?.Number == latest?.Number;
                return isRefused
                    ? Outcome(visit, finding.AsHidden(), commit, latest, latest)
                    : Outcome(visit, finding, commit, committed.Head ?? latest, latest);
            }

            if (attempt == MaxAppendAttempts)
            {
                throw new InvalidOperationException(
                    $"The store refused a version of article '{visit.Target}' {MaxAppendAttempts} times, "
                    + "although each was based on the current version.");
            }

            // Another tracker stored a version since: judge again, against that one.
            latest = committed.Head;
        }
    }

    /// <summary>Lets the next visit look for a lost article at another of its addresses.</summary>
    private async Task<Finding> FollowAsync(Finding finding)
    {
        bool isLost = finding.Kind is CheckKind.Failed or CheckKind.Vanished or CheckKind.Unchanged
            && finding.Visit.LastStatus is FetchStatus.NotFound or FetchStatus.Gone;
        return isLost && await _identity.FindOtherHomeAsync(finding.Visit).ConfigureAwait(false) is { } home
            ? finding with
            {
                Visit = finding.Visit with { Url = home, Validators = null },
                ConfirmIn = finding.Kind == CheckKind.Failed ? VisitSchedule.ConfirmAfter : finding.ConfirmIn,
            }
            : finding;
    }

    /// <summary>The commit that stores a finding.</summary>
    private VisitCommit Write(Finding finding, FetchResult fetched, ArticleVersion? latest, DateTimeOffset now) => new()
    {
        Visit = VisitSchedule.Plan(
            finding.Visit, finding.ConfirmIn, fetched.RetryAfter ?? fetched.FreshFor, context.Options, context.Pace),
        At = now,
        Event = finding.Kind switch
        {
            CheckKind.Vanished => ArticleEventKind.Vanished,
            CheckKind.Returned => ArticleEventKind.Returned,
            CheckKind.Oscillating when finding.BeginsToAlternate => ArticleEventKind.Oscillating,
            CheckKind.Unchanged when !finding.Metadata.IsEmpty => ArticleEventKind.MetadataChanged,
            _ => null,
        },
        Reason = finding.Metadata.IsEmpty ? finding.Reason : null,
        Metadata = finding.Metadata,
        Draft = !finding.IsVersion ? null : new VersionDraft
        {
            ArticleId = finding.Visit.Target,
            Article = fetched.Article!,
            SeenAt = finding.Visit.LastVisitedAt!.Value,
            ExtractorVersion = fetched.ExtractorVersion,
            Container = fetched.Container,
            PageHash = fetched.PageHash,
            Doubt = finding.Doubt,
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
            Reason = finding.Doubt ?? finding.Reason,
            Switches = finding.Switches,
        };

    /// <summary>The outcome of a visit that another tracker claimed meanwhile; nothing was written.</summary>
    private async Task<CheckOutcome> LeaseLostAsync(Visit visit, FetchResult fetched, VisitCommit commit)
    {
        ArticleVersion? latest = await context.Store.FindLatestAsync(visit.Target, CancellationToken.None)
            .ConfigureAwait(false);
        Finding finding = ArticleJudge.Judge(
            await _witness.SightAsync(visit, fetched, latest, commit.At).ConfigureAwait(false));
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
}
