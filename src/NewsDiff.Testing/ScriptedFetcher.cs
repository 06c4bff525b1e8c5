using System.Collections.Concurrent;
using System.Globalization;
using NewsDiff.Feeds;

namespace NewsDiff.Testing;

/// <summary>News sites in memory: a test sets what each address answers, between passes.</summary>
/// <remarks>
/// <para>
/// Pages answer with articles as an extractor reads them. As at a real site, what is published has a tag: a conditional
/// request is answered with <see cref="FetchStatus.NotModified"/> until something else is published. For pages of HTML
/// and the ways of HTTP, use a <see cref="Sites.ScriptedSite"/>.
/// </para>
/// <para>
/// An address that has no answer, or an answer that no server gives, is a fault of the test: the fetcher throws an
/// <see cref="InvalidOperationException"/> that names it. A tracker reports it as a failed visit;
/// <c>RunPassAsync</c> throws it.
/// </para>
/// </remarks>
/// <param name="clock">The clock; null for a new one.</param>
public sealed class ScriptedFetcher(ManualTimeProvider? clock = null) : IArticleFetcher, IFeedFetcher
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, CancellationToken, Task<FetchResult>>> _pages =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Func<FeedRequest, CancellationToken, Task<FeedResult>>> _feeds =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, TimeSpan> _delays = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FetchRequest> _requests = new();
    private int _tags;

    /// <summary>The clock by which answers take their time.</summary>
    public ManualTimeProvider Clock { get; } = clock ?? new ManualTimeProvider();

    /// <summary>The requests so far, for pages and feeds, in order.</summary>
    public IReadOnlyList<FetchRequest> Requests => [.. _requests];

    /// <summary>Lets a page show an article, from now on.</summary>
    /// <param name="article">The article; its address is that of the page.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address of the article is relative.</exception>
    public ScriptedFetcher Publish(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        FetchValidators tag = NextTag();
        return Answer(article.Url, (request, _) => Task.FromResult(
            request.Validators == tag
                ? ScriptedResults.Page(article.Url, FetchStatus.NotModified, retryAfter: null) with { Validators = tag }
                : new FetchResult
                {
                    Status = FetchStatus.Fetched,
                    Url = article.Url,
                    Article = article,
                    ExtractorVersion = 1,
                    HttpStatusCode = 200,
                    Validators = tag,
                }));
    }

    /// <summary>Lets a feed list articles, from now on; their pages are published separately.</summary>
    /// <param name="feed">The address of the feed.</param>
    /// <param name="articles">The articles; none for an empty feed.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public ScriptedFetcher Announce(Uri feed, params Article[] articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Announce(feed, new Feed { Title = "News", Entries = [.. articles.Select(SampleNews.Entry)] });
    }

    /// <summary>Sets what a feed says, from now on.</summary>
    /// <param name="feed">The address of the feed.</param>
    /// <param name="content">What it says.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public ScriptedFetcher Announce(Uri feed, Feed content)
    {
        ArgumentNullException.ThrowIfNull(content);
        FetchValidators tag = NextTag();
        return AnswerFeed(feed, (request, _) => Task.FromResult(
            request.Validators == tag
                ? ScriptedResults.Feed(feed, FetchStatus.NotModified, retryAfter: null) with { Validators = tag }
                : new FeedResult
                {
                    Status = FetchStatus.Fetched,
                    Url = feed,
                    Feed = content,
                    HttpStatusCode = 200,
                    Validators = tag,
                }));
    }

    /// <summary>Lets a page or feed answer with anything but content, from now on.</summary>
    /// <param name="url">The address.</param>
    /// <param name="status">How its requests end, such as <see cref="FetchStatus.Gone"/> for a 410.</param>
    /// <param name="retryAfter">
    /// With <see cref="FetchStatus.OnHold"/>, how long the site asks to wait. The default is null: it does not say.
    /// </param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">
    /// The address is relative, the status needs content, or only a hold has a time to wait.
    /// </exception>
    public ScriptedFetcher Answer(Uri url, FetchStatus status, TimeSpan? retryAfter = null)
    {
        if (status == FetchStatus.Fetched)
        {
            throw new ArgumentException(
                $"To be fetched, {url} needs content: call Publish for a page, Announce for a feed.", nameof(status));
        }

        if (retryAfter is not null && status != FetchStatus.OnHold)
        {
            throw new ArgumentException($"Only a site on hold asks to wait; {url} is {status}.", nameof(retryAfter));
        }

        Answer(url, (_, _) => Task.FromResult(ScriptedResults.Page(url, status, retryAfter)));
        return AnswerFeed(url, (_, _) => Task.FromResult(ScriptedResults.Feed(url, status, retryAfter)));
    }

    /// <summary>Lets code answer the requests for a page, from now on.</summary>
    /// <param name="url">The address.</param>
    /// <param name="answer">Makes the answer; what it throws is a fault of the fetcher, not of the site.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public ScriptedFetcher Answer(Uri url, Func<FetchRequest, CancellationToken, Task<FetchResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _pages[KeyOf(url)] = answer;
        return this;
    }

    /// <summary>Lets code answer the requests for a feed, from now on.</summary>
    /// <param name="feed">The address of the feed.</param>
    /// <param name="answer">Makes the answer; what it throws is a fault of the fetcher, not of the site.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public ScriptedFetcher AnswerFeed(Uri feed, Func<FeedRequest, CancellationToken, Task<FeedResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _feeds[KeyOf(feed)] = answer;
        return this;
    }

    /// <summary>Lets each answer of an address take its time.</summary>
    /// <remarks>
    /// The clock moves on before the answer comes. For a site that does not answer at all, use
    /// <see cref="FetchStatus.TimedOut"/>.
    /// </remarks>
    /// <param name="url">The address.</param>
    /// <param name="delay">How long it takes; zero, the default of every address, for at once.</param>
    /// <returns>The same fetcher.</returns>
    /// <exception cref="ArgumentException">The address is relative, or the time negative.</exception>
    public ScriptedFetcher Delay(Uri url, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _delays[KeyOf(url)] = delay;
        return this;
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Receive(request, cancellationToken);
        if (!_pages.TryGetValue(KeyOf(request.Url), out var answer))
        {
            throw Missing(request.Url, "a page", _pages.Keys, _feeds.Keys);
        }

        LetTimePass(request.Url);
        FetchResult result = await answer(request, cancellationToken);
        ScriptedResults.Check(request, result, hasContent: result.Article is not null);
        return result;
    }

    /// <inheritdoc/>
    public async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new FetchRequest { Url = request.Url, Validators = request.Validators };
        Receive(asked, cancellationToken);
        if (!_feeds.TryGetValue(KeyOf(request.Url), out var answer))
        {
            throw Missing(request.Url, "a feed", _feeds.Keys, _pages.Keys);
        }

        LetTimePass(request.Url);
        FeedResult result = await answer(request, cancellationToken);
        ScriptedResults.Check(asked, result, hasContent: result.Feed is not null || result.Sitemap is not null);
        return result;
    }

    private static string KeyOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            ? url.AbsoluteUri
            : throw new ArgumentException($"The address '{url}' is relative.", nameof(url));
    }

    private static ScriptException Missing(
        Uri url, string kind, ICollection<string> known, ICollection<string> others) =>
        new($"{url.AbsoluteUri} was asked for as {kind}, but "
            + (others.Contains(url.AbsoluteUri) ? "is scripted as something else. " : "no script answers it. ")
            + $"Scripted as {kind}: {(known.Count == 0 ? "none" : string.Join(", ", known.Order()))}.");

    private void Receive(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _requests.Enqueue(request);
    }

    private void LetTimePass(Uri url)
    {
        if (_delays.TryGetValue(url.AbsoluteUri, out TimeSpan delay) && delay > TimeSpan.Zero)
        {
            Clock.Advance(delay);
        }
    }

    private FetchValidators NextTag() => new()
    {
        ETag = string.Create(CultureInfo.InvariantCulture, $"\"{Interlocked.Increment(ref _tags)}\""),
    };
}
