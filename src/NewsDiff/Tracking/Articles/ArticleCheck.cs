using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Visits one article: fetches it, judges it, and keeps any change.</summary>
/// <remarks>
/// Cancelling stops only the request. A fetched page is always written: the version first, then the visit.
/// </remarks>
internal sealed class ArticleCheck(TrackingContext context)
{
    private const int MaxAppendAttempts = 5;
    private const int EarlierVersionsCompared = 10;

    private static readonly TimeSpan SwingTime = TimeSpan.FromDays(1);

    private readonly ArticleIdentity _identity = new(context);
    private readonly FetcherCall _call = new(context);

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
        if (!await context.Visits.SaveVisitAsync(ended, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(visit.Url);
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

            if (!finding.IsVersion)
            {
                return await RememberAsync(visit, finding, fetched, latest).ConfigureAwait(false);
            }

            AppendResult appended = await AppendAsync(visit.Target, fetched, latest, now).ConfigureAwait(false);
            if (appended.IsAppended)
            {
                return await RememberVersionAsync(visit, finding, fetched, latest, appended.Head!)
                    .ConfigureAwait(false);
            }

            if (attempt == MaxAppendAttempts)
            {
                throw new InvalidOperationException(
                    $"The store refused a version of article '{visit.Target}' {MaxAppendAttempts} times, "
                    + "although each followed the current version.");
            }

            // Another tracker stored a version since: judge again, against that one.
            latest = appended.Head;
        }
    }

    private async ValueTask<AppendResult> AppendAsync(
        string articleId, FetchResult fetched, ArticleVersion? latest, DateTimeOffset now)
    {
        var draft = new VersionDraft
        {
            ArticleId = articleId,
            Article = fetched.Article!,
            SeenAt = now,
            ExtractorVersion = fetched.ExtractorVersion,
            Container = fetched.Container,
            PageHash = fetched.PageHash,
            ExpectedHead = latest?.Number ?? 0,
        };
        return await context.Store.AppendAsync(draft, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<CheckOutcome> RememberVersionAsync(
        Visit before, Finding finding, FetchResult fetched, ArticleVersion? previous, ArticleVersion head)
    {
        if (previous is null)
        {
            return await RememberAsync(before, finding, fetched, head).ConfigureAwait(false);
        }

        // A page that swings between two texts (two servers, one out of date) is kept in full, but must not keep the
        // tracker coming: what it said before is a version, yet nothing new.
        bool isOld = await WasSaidBeforeAsync(head, head.Article, head.Number - 2).ConfigureAwait(false);
        Finding kept = isOld
            ? finding with { Visit = finding.Visit with { LastChangedAt = before.LastChangedAt } }
            : finding;
        CheckOutcome outcome = await RememberAsync(before, kept, fetched, head).ConfigureAwait(false);
        return outcome with { Change = new ArticleChange(previous, head, context.Options.Diff) };
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

    private async Task<CheckOutcome> RememberAsync(
        Visit before, Finding finding, FetchResult fetched, ArticleVersion? version)
    {
        Visit next = VisitSchedule.Plan(
            finding.Visit, finding.NeedsConfirmation, fetched.RetryAfter ?? fetched.FreshFor, context.Options);
        if (!await context.Visits.SaveVisitAsync(next, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(next.Url);
        }

        return new CheckOutcome
        {
            Kind = finding.Kind,
            Url = before.Url,
            Status = fetched.Status,
            CheckedAt = next.LastVisitedAt!.Value,
            ArticleId = next.Target,
            Version = version,
            NextCheckAt = next.DueAt,
            Reason = finding.Reason,
        };
    }
}
