using NewsDiff.Addresses;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>A feed or an article in a list of followed addresses.</summary>
internal sealed record FollowedAddress
{
    public string Url { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Filter { get; init; }

    public static FollowedAddress Of(Subscription feed) => new()
    {
        Url = feed.Url.AbsoluteUri,
        Since = feed.AddedAt,
        Title = feed.Title,
        Source = feed.Source,
        Filter = feed.Filter?.ToString(),
    };

    public static FollowedAddress Of(TrackedArticle article) =>
        new() { Url = article.Url.AbsoluteUri, Since = article.FirstSeenAt, Source = article.Source };

    /// <summary>The feed; null when the entry cannot be followed.</summary>
    public Subscription? ToSubscription()
    {
        try
        {
            return WebAddress() is { } url
                ? new Subscription
                {
                    Url = url,
                    AddedAt = Since,
                    Title = Title,
                    Source = Source,
                    Filter = Filter is null ? null : EntryFilter.Parse(Filter),
                }
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // Without its filter the feed would add unwanted articles.
            return null;
        }
    }

    /// <summary>The article; null when the entry cannot be followed.</summary>
    public ArticleRegistration? ToRegistration() => WebAddress() is { } url
        ? new ArticleRegistration { Keys = ArticleKeys.Compute(url), Url = url, SeenAt = Since, Source = Source }
        : null;

    private Uri? WebAddress() =>
        Uri.TryCreate(WebUrl.Resolve(Url, baseUrl: null), UriKind.Absolute, out Uri? url) ? url : null;
}
