using System.Collections.Concurrent;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Tracking;

/// <summary>
/// A news site without a network: what each address answers is set by the test, and requests are noted.
/// </summary>
internal sealed class ScriptedSite : IArticleFetcher, IFeedFetcher
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, CancellationToken, Task<FetchResult>>> _pages = [];
    private readonly ConcurrentDictionary<string, Func<FeedResult>> _feeds = [];

    public ConcurrentQueue<Uri> Requests { get; } = [];

    public FetchRequest? LastRequest { get; private set; }

    /// <summary>The answer "says this" for an article.</summary>
    public static FetchResult Says(Uri url, string title, params string[] paragraphs) => new()
    {
        Status = FetchStatus.Fetched,
        Url = url,
        Article = new Article { Url = url, Title = title, Paragraphs = [.. paragraphs.Select(Paragraph.FromString)] },
        ExtractorVersion = 1,
        HttpStatusCode = 200,
    };

    public void Publish(Uri url, string title, params string[] paragraphs) => Answer(url, Says(url, title, paragraphs));

    public void Answer(Uri url, FetchStatus status, TimeSpan? retryAfter = null) =>
        Answer(
            url,
            new FetchResult { Status = status, Url = url, Reason = $"It answered {status}.", RetryAfter = retryAfter });

    public void Answer(Uri url, FetchResult result) => Answer(url, (_, _) => Task.FromResult(result));

    public void Answer(Uri url, Func<FetchRequest, CancellationToken, Task<FetchResult>> answer) =>
        _pages[url.AbsoluteUri] = answer;

    public void Announce(Uri feed, params Uri[] articles)
    {
        var content = new Feed
        {
            Title = "News",
            Entries = [.. articles.Select(url => new FeedEntry { Link = url, Id = url.AbsoluteUri })],
        };
        _feeds[feed.AbsoluteUri] = () => new FeedResult { Status = FetchStatus.Fetched, Url = feed, Feed = content };
    }

    public void AnswerFeed(Uri feed, Func<FeedResult> answer) => _feeds[feed.AbsoluteUri] = answer;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Enqueue(request.Url);
        LastRequest = request;
        return _pages.TryGetValue(
            request.Url.AbsoluteUri, out Func<FetchRequest, CancellationToken, Task<FetchResult>>? answer)
            ? answer(request, cancellationToken)
            : Task.FromResult(
                new FetchResult { Status = FetchStatus.NotFound, Url = request.Url, Reason = "Not found." });
    }

    public Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Enqueue(request.Url);
        return Task.FromResult(_feeds.TryGetValue(request.Url.AbsoluteUri, out Func<FeedResult>? answer)
            ? answer()
            : new FeedResult { Status = FetchStatus.NotFound, Url = request.Url, Reason = "Not found." });
    }
}
