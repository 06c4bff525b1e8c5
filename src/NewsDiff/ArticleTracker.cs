using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Articles;
using NewsDiff.Tracking.Passes;
using NewsDiff.Tracking.Visits;

namespace NewsDiff;

/// <summary>Follows feeds and articles: fetches what is due, and stores every new version.</summary>
/// <remarks>
/// <para>
/// Each method makes one pass and ends; call it again, or let a host do so. A pass begins when its stream is
/// enumerated. Several sites are visited in parallel, but each site by one visit at a time. Leaving the stream early,
/// or cancelling, ends the requests; content that was fetched by then is still written. </para> <para> An exception in
/// a fetcher, an extractor, a policy or the store fails only that visit. It is logged, reported in an outcome as its
/// <see cref="CheckOutcome.Exception"/>, and the visit is retried with growing delays. A pass ends only when the store
/// is gone, with the store's exception: when it cannot list followed feeds or due visits, when it can neither save a
/// visit or its failure nor claim more, or when it saves none of 8 visits in a row. Claimed visits are then released if
/// possible. </para> <para> A text that differs from the latest version is a new version. A difference that the default
/// comparison does not show, such as white space, makes none. Some things count only when they are seen again: a text
/// that lost its title or most of its length, a page that is not found (three times over a day), and, on another day, a
/// permanent redirect, a page that is gone for good, and a completely different text. What varies at every visit, such
/// as a counter, makes no version, and a page that alternates between texts makes none at every switch. If only a newer
/// extractor reads a page differently, that does not count as a change. A check that a caller requests by name is
/// answered in full; a due visit mostly asks only whether the page has changed. All rules are in docs/judgement.md.
/// </para> <para>Instances are safe for concurrent use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var store = new InMemoryVersionStore();
/// var tracker = new ArticleTracker(new HttpArticleFetcher(), new HttpFeedFetcher(), store);
///
/// await foreach (ArticleChange change in tracker.CheckFeedAsync(new Uri("https://example.org/feed")).Changes())
/// {
///     Console.WriteLine($"{change.After.Article.Title} (version {change.After.Number})");
/// }
/// </code>
/// </example>
public sealed class ArticleTracker
{
    private readonly TrackingContext _context;

    /// <summary>Makes a tracker.</summary>
    /// <param name="fetcher">Gets the articles.</param>
    /// <param name="feedFetcher">Gets the feeds.</param>
    /// <param name="store">Keeps the versions and, if it can, articles, visits and subscriptions too.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="logger">The log; null for none.</param>
    /// <exception cref="ArgumentNullException">A fetcher or the store is null.</exception>
    public ArticleTracker(
        IArticleFetcher fetcher,
        IFeedFetcher feedFetcher,
        IVersionStore store,
        TrackerOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<ArticleTracker>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        ArgumentNullException.ThrowIfNull(feedFetcher);
        ArgumentNullException.ThrowIfNull(store);
        options ??= new TrackerOptions();
        var memory = new InMemoryVersionStore();
        _context = new TrackingContext
        {
            Fetcher = fetcher,
            FeedFetcher = feedFetcher,
            Store = store,
            Catalog = options.Catalog ?? store as IArticleCatalog ?? memory,
            Visits = options.Visits ?? store as IVisitStore ?? memory,
            Subscriptions = options.Subscriptions ?? store as ISubscriptionStore ?? memory,
            Memory = memory,
            Options = options,
            RememberSite = (options.Politeness ?? SitePoliteness.Shared).Remember,
            Clock = timeProvider ?? TimeProvider.System,
            Log = logger ?? NullLogger<ArticleTracker>.Instance,
        };
    }

    /// <summary>The options.</summary>
    public TrackerOptions Options => _context.Options;

    /// <summary>The store of the versions.</summary>
    public IVersionStore Store => _context.Store;

    /// <summary>The known articles; from the options, otherwise the store, otherwise in memory.</summary>
    public IArticleCatalog Catalog => _context.Catalog;

    /// <summary>The planned visits; from the options, otherwise the store, otherwise in memory.</summary>
    public IVisitStore Visits => _context.Visits;

    /// <summary>The followed feeds; from the options, otherwise the store, otherwise in memory.</summary>
    public ISubscriptionStore Subscriptions => _context.Subscriptions;

    /// <summary>What happened to the articles; from the store, otherwise in memory.</summary>
    public IEventLog Events => _context.Store as IEventLog ?? _context.Memory;

    /// <summary>Reads one feed, followed or not, then checks its new and due articles.</summary>
    /// <remarks>
    /// The feed is requested in full: to read feeds again and again, follow them, and call
    /// <see cref="CheckDueAsync(CancellationToken)"/>.
    /// </remarks>
    /// <param name="feedUrl">The feed's address.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>One outcome for the feed, then one for each article checked.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="feedUrl"/> is null or relative, or has a user name or password.
    /// </exception>
    public IAsyncEnumerable<CheckOutcome> CheckFeedAsync(Uri feedUrl, CancellationToken cancellationToken = default)
    {
        AbsoluteUrl.ThrowIfNot(feedUrl);
        UserInfo.Refuse(feedUrl, nameof(feedUrl));
        return RunAsync("feed", null, (pass, stop) => pass.CheckFeedAsync(feedUrl, stop), cancellationToken);
    }

    /// <summary>Reads the followed feeds that are due, then checks every article that is due.</summary>
    /// <remarks>Due visits are claimed first, so that several trackers on one store share the work.</remarks>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>One outcome for each feed read and each article checked.</returns>
    public IAsyncEnumerable<CheckOutcome> CheckDueAsync(CancellationToken cancellationToken = default) =>
        CheckDueAsync(CancellationToken.None, cancellationToken);

    /// <summary>Runs the same pass, which can be told to finish early.</summary>
    /// <param name="finish">
    /// Ends the pass after the visits in progress; other claimed visits are released for other trackers.
    /// </param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>One outcome for each feed read and each article checked.</returns>
    public IAsyncEnumerable<CheckOutcome> CheckDueAsync(
        CancellationToken finish, CancellationToken cancellationToken) =>
        RunAsync("due", null, (pass, stop) => pass.CheckDueAsync(finish, stop), cancellationToken);

    /// <summary>Plans newly followed feeds, and finds the sites with due visits.</summary>
    /// <remarks>For hosts that decide themselves who visits which site, with <see cref="CheckSiteAsync"/>.</remarks>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The sites, each as in <see cref="Uri.Authority"/>, the most overdue first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ImmutableArray<string>> FindDueSitesAsync(CancellationToken cancellationToken = default) =>
        new CheckPass(_context, static _ => ValueTask.CompletedTask).FindDueSitesAsync(cancellationToken);

    /// <summary>Reads due feeds and checks due articles of one site, at most a few dozen.</summary>
    /// <remarks>
    /// The visits are claimed first: nothing is due here while another tracker visits the site. Call it again until it
    /// gives no outcome.
    /// </remarks>
    /// <param name="site">The site, as <see cref="FindDueSitesAsync"/> names it.</param>
    /// <param name="finish">
    /// Ends the pass after the visits in progress; other claimed visits are released for other trackers.
    /// </param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>One outcome for each feed read and each article checked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="site"/> is null.</exception>
    public IAsyncEnumerable<CheckOutcome> CheckSiteAsync(
        string site, CancellationToken finish = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        return RunAsync("site", site, (pass, stop) => pass.CheckSiteAsync(site, finish, stop), cancellationToken);
    }

    /// <summary>Reads all followed feeds, then checks all articles that are still visited, due or not.</summary>
    /// <remarks>The servers must answer in full, whatever they said before.</remarks>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>One outcome for each feed read and each article checked.</returns>
    public IAsyncEnumerable<CheckOutcome> CheckAllAsync(CancellationToken cancellationToken = default) =>
        RunAsync("all", null, (pass, stop) => pass.CheckAllAsync(stop), cancellationToken);

    /// <summary>Checks one article now, and follows it from now on.</summary>
    /// <remarks>This also applies to an article that was retired or removed. The server must answer in full.</remarks>
    /// <param name="url">The article's address.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="url"/> is null or relative, or has a user name or password.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CheckOutcome> CheckArticleAsync(Uri url, CancellationToken cancellationToken = default)
    {
        AbsoluteUrl.ThrowIfNot(url);
        UserInfo.Refuse(url, nameof(url));
        return CheckOneAsync(url, cancellationToken);
    }

    /// <summary>Makes one visit, due or not, for hosts that plan their own visits.</summary>
    /// <param name="visit">The visit as it was claimed or found.</param>
    /// <param name="subscription">
    /// The feed's subscription; null for an article, or for a feed that is read only once.
    /// </param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>
    /// The outcome; an exception in a part of the tracker is a failed visit, and so is a visit that another tracker
    /// claimed meanwhile.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<CheckOutcome> VisitAsync(
        Visit visit,
        Subscription? subscription = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return VisitAsync(visit, subscription, isAsked: false, cancellationToken);
    }

    private async Task<CheckOutcome> VisitAsync(
        Visit visit, Subscription? subscription, bool isAsked, CancellationToken cancellationToken)
    {
        try
        {
            return await new VisitMaker(_context, new VisitFaults(_context))
                .TakeAndMakeAsync(visit, keepsState: true, subscription, isAsked, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (StoreGoneException gone)
        {
            ExceptionDispatchInfo.Throw(gone.Cause);
            throw;
        }
    }

    private async Task<CheckOutcome> CheckOneAsync(Uri url, CancellationToken cancellationToken)
    {
        await _context.Time.CompareAsync(cancellationToken).ConfigureAwait(false);
        Visit visit = await new ArticleCheck(_context).FindVisitAsync(url, cancellationToken).ConfigureAwait(false);
        return await VisitAsync(visit, subscription: null, isAsked: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task PassAsync(
        PassRecording recording, Func<CheckPass, CancellationToken, Task> pass, Func<CheckOutcome, ValueTask> report,
        CancellationToken cancellationToken)
    {
        try
        {
            await pass(new CheckPass(_context, NoteAsync), cancellationToken).ConfigureAwait(false);
        }
        catch (StoreGoneException gone)
        {
            recording.Fail(gone.Cause);
            ExceptionDispatchInfo.Throw(gone.Cause);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            recording.Fail(exception);
            throw;
        }

        ValueTask NoteAsync(CheckOutcome outcome)
        {
            recording.Note(outcome);
            return report(outcome);
        }
    }

    private IAsyncEnumerable<CheckOutcome> RunAsync(
        string kind, string? site, Func<CheckPass, CancellationToken, Task> pass,
        CancellationToken cancellationToken) =>
        OutcomeStream.RunAsync(
            async (report, stop) =>
            {
                using var recording = new PassRecording(kind, site, _context.Clock);
                await PassAsync(recording, pass, report, stop).ConfigureAwait(false);
            },
            _context.Options.MaxConcurrency,
            _context.Log,
            cancellationToken);
}
