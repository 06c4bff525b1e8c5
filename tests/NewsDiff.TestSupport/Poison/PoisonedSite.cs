using System.Collections.Concurrent;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.TestSupport.Poison;

/// <summary>101 pages on seven hosts, announced by one feed or by one each, of which a test poisons one.</summary>
public sealed class PoisonedSite : IArticleFetcher, IFeedFetcher
{
    public const int Count = 101;

    public static Uri Feed { get; } = new("https://news.example/feed");

    /// <summary>What a page answers instead of its article; null for all that are healthy.</summary>
    public Func<Uri, Func<FetchResult?>?> Page { get; set; } = _ => null;

    /// <summary>What a feed answers instead of its entries; null for all that are healthy.</summary>
    public Func<Uri, Func<FeedResult?>?> FeedAnswer { get; set; } = _ => null;

    public ConcurrentQueue<Uri> Requests { get; } = [];

    public static Uri PageUrl(int number) => new($"https://host{number % 7}.example/{number}");

    public static Uri FeedUrl(int number) => new($"https://host{number % 7}.example/feed/{number}");

    public static string IdOf(int number) => ArticleRegistration.ComputeId(ArticleKeys.Compute(PageUrl(number))[0]);

    /// <summary>The page at an address as it should be.</summary>
    public static FetchResult Healthy(Uri url) => new()
    {
        Status = FetchStatus.Fetched,
        Url = url,
        Article = new Article
        {
            Url = url,
            Title = $"News {url.AbsolutePath}",
            Paragraphs = [$"Text of {url.AbsolutePath}."],
        },
        ExtractorVersion = 1,
    };

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request.Url);
        await Task.Yield();
        return Page(request.Url) is { } answer ? answer()! : Healthy(request.Url);
    }

    public async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request.Url);
        await Task.Yield();
        if (FeedAnswer(request.Url) is { } answer)
        {
            return answer()!;
        }

        IEnumerable<Uri> pages = request.Url == Feed
            ? Enumerable.Range(0, Count).Select(PageUrl)
            : [PageUrl(int.Parse(request.Url.Segments[^1], System.Globalization.CultureInfo.InvariantCulture))];
        return new FeedResult
        {
            Status = FetchStatus.Fetched,
            Url = request.Url,
            Feed = new Feed { Entries = [.. pages.Select(url => new FeedEntry { Link = url })] },
        };
    }
}
