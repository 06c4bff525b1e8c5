using System.Collections.Immutable;
using NewsDiff.Addresses;

namespace NewsDiff.Feeds;

/// <summary>The result of a request for a feed.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FeedResult
{
    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>The feed; null when it was not fetched, or is a sitemap.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The sitemap, when it is one instead of a feed; otherwise null.</summary>
    /// <remarks>A <see cref="SitemapReader"/> reads it.</remarks>
    public Sitemap? Sitemap { get; init; }

    /// <summary>The feeds that an HTML page names, at most 20. The default is empty.</summary>
    public ImmutableArray<Uri> Alternates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When an archive captured it; null for a live answer.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The HTTP status code, or null without an answer.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The validators for the next request, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>The server's requested delay before the next request, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The server's promise that nothing will change (<c>max-age</c> or <c>Expires</c>), or null.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The address after permanent redirects (301 or 308); null for none.</summary>
    /// <remarks>A redirect after a temporary one does not count.</remarks>
    public Uri? MovedTo { get; init; }

    /// <summary>Why it ended so, in a sentence for people; null when it was fetched.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The result in one line, such as <c>Fetched https://news.example/feed</c>, without the address's query.
    /// </summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        $"{Status} {UserInfo.WithoutSecrets(Url)}{(Reason is null ? "" : ": " + Reason)}";
}
