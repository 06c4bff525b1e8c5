using NewsDiff.Addresses;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>What a visit shows about the addresses of an article.</summary>
/// <param name="Self">The visited article.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Fetched">The result of the request.</param>
/// <param name="Latest">The current version, or null.</param>
/// <param name="Now">The time of the visit.</param>
internal sealed record IdentitySight(
    TrackedArticle Self, Visit Visit, FetchResult Fetched, ArticleVersion? Latest, DateTimeOffset Now)
{
    /// <summary>Whether the page was read at another address.</summary>
    public bool IsRedirected => ArticleKey.OfAddress(Visit.Url) != ArticleKey.OfAddress(Fetched.Url);

    /// <summary>Whether a permanent redirect has now been seen on two days.</summary>
    public bool HasMoved => Fetched.MovedTo is { } moved && moved != Visit.Url
        && PendingMove.Settle(Visit.Url, moved, VisitMemoryJson.Of(Visit).Move, Now).Url == moved;

    /// <summary>Whether the visited page says that the article is on the site of another address.</summary>
    public bool LeadsTo(Uri home) => PageClaims.Find(Visit.Url, Fetched).Any(
        claim => claim.Belief != ClaimBelief.Refused && SiteName.IsOne(claim.Url, home));

    /// <summary>Whether another article is at the address where a permanent redirect led.</summary>
    /// <remarks>If it was never read, its text is then the one that was just read.</remarks>
    public bool IsMovedTo(TrackedArticle other) =>
        Fetched.MovedTo is { } moved && moved == Fetched.Url && other.Keys.Contains(ArticleKeys.Compute(moved)[0]);

    /// <summary>Whether one article was first seen before another.</summary>
    public static bool IsOlder(TrackedArticle left, TrackedArticle right) =>
        (left.FirstSeenAt, left.Id).CompareTo((right.FirstSeenAt, right.Id)) < 0;
}
