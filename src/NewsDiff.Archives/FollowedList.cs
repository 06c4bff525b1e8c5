using System.Collections.Immutable;
using System.Text.Json;
using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>The feeds and articles that a recorded run followed.</summary>
/// <remarks>Stored among the captures, because no response names them.</remarks>
internal sealed record FollowedList
{
    /// <summary>The address of a list in an archive.</summary>
    public static readonly Uri Url = new("urn:newsdiff:followed");

    /// <summary>The feeds.</summary>
    public ImmutableArray<FollowedAddress> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The followed articles that no feed announces.</summary>
    public ImmutableArray<FollowedAddress> Articles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether an entry of an archive is a list of followed addresses.</summary>
    public static bool IsOne(CaptureEntry entry) => entry.Url == Url;

    /// <summary>Reads the followed feeds and articles from a tracker's stores.</summary>
    public static async Task<FollowedList> ReadAsync(
        ISubscriptionStore subscriptions, IArticleCatalog catalog, CancellationToken cancellationToken)
    {
        FollowedAddress[] feeds = await subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .Select(FollowedAddress.Of).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        FollowedAddress[] articles = await catalog.ReadArticlesAsync(new ArticleQuery(), cancellationToken)
            .Where(static article => article.FeedUrls.IsEmpty)
            .Select(FollowedAddress.Of).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        return new FollowedList { Feeds = [.. feeds], Articles = [.. articles] };
    }

    /// <summary>Reads a list from an archive.</summary>
    /// <returns>The list; null when it is damaged.</returns>
    public static FollowedList? Read(Capture capture)
    {
        try
        {
            return JsonSerializer.Deserialize(capture.Body.Span, ArchiveJsonContext.Default.FollowedList);
        }
        catch (JsonException)
        {
            // An archive may be damaged or forged; without a list, the feeds in it are followed.
            return null;
        }
    }

    /// <summary>Creates the capture that stores it.</summary>
    public Capture ToCapture(DateTimeOffset time) => new()
    {
        Url = Url,
        CapturedAt = time,
        StatusCode = 200,
        ReasonPhrase = "OK",
        Headers = [new HttpField("Content-Type", "application/json")],
        Body = JsonSerializer.SerializeToUtf8Bytes(this, ArchiveJsonContext.Default.FollowedList),
    };
}
