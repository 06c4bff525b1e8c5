using System.Collections.Immutable;

using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>Finds the other addresses of a fetched article, and decides which to believe.</summary>
/// <remarks>
/// Its sources are redirects and the page's canonical address (<c>rel=canonical</c>, otherwise <c>og:url</c>). Even
/// believed claims merge two articles only when their texts agree.
/// </remarks>
internal static class PageClaims
{
    /// <summary>Reads the claims of a page.</summary>
    /// <param name="requested">The requested address.</param>
    /// <param name="page">The result of the request.</param>
    /// <returns>A claim for each address other than the requested one; empty without an article.</returns>
    /// <exception cref="ArgumentException">An argument is null, or <paramref name="requested"/> relative.</exception>
    public static ImmutableArray<AddressClaim> Find(Uri requested, FetchResult page)
    {
        AbsoluteUrl.ThrowIfNot(requested);
        ArgumentNullException.ThrowIfNull(page);
        if (page.Article is not { } article)
        {
            return [];
        }

        var claims = ImmutableArray.CreateBuilder<AddressClaim>();
        AddressClaim? redirect = IsSame(requested, page.Url) ? null : OfRedirect(requested, page);
        if (redirect is not null)
        {
            claims.Add(redirect);
        }

        if (article.CanonicalUrl is { } canonical && !IsSame(canonical, requested) && !IsSame(canonical, page.Url))
        {
            claims.Add(redirect?.Belief == ClaimBelief.Refused
                ? Refuse(canonical, "The page's canonical address is ignored, because the redirect is not believed.")
                : OfCanonical(page.Url, canonical));
        }

        return claims.ToImmutable();
    }

    private static bool IsSame(Uri left, Uri right) => ArticleKey.OfAddress(left) == ArticleKey.OfAddress(right);

    private static bool IsFrontPage(Uri url) => url.AbsolutePath == "/" && url.Query.Length == 0;

    private static AddressClaim OfRedirect(Uri requested, FetchResult page)
    {
        Uri url = page.Url;
        bool isOneSite = SiteName.IsOne(requested, url);
        return page switch
        {
            _ when IsFrontPage(url) =>
                Refuse(url, "The redirect leads to the front page, where every lost page may lead."),
            _ when AddressKinship.IsAbove(url, requested) && isOneSite =>
                Refuse(url, "The redirect leads to a section above the page."),
            { MovedTo: not null } => Believe(url, "The redirect is permanent: the article has moved there."),
            _ when !isOneSite => Believe(url, "The redirect leads from another site to the article."),
            _ when AddressKinship.IsKin(requested, url) =>
                Believe(url, "The redirect leads to another form of the same address."),
            _ => Refuse(url, "The redirect is temporary and leads elsewhere on the site, perhaps to a wall."),
        };
    }

    private static AddressClaim OfCanonical(Uri page, Uri canonical) => canonical switch
    {
        _ when IsFrontPage(canonical) => Refuse(canonical, "The canonical address is the front page."),
        _ when SiteName.IsOneUnderOtherEnding(page, canonical) =>
            Believe(canonical, "The canonical address is the same page under another ending of the site's name."),
        _ when !SiteName.IsOne(page, canonical) =>
            Refuse(
                canonical,
                "The canonical address is on another site with the same text: two publications are two articles."),
        _ when AddressKinship.IsOtherPage(page, canonical) =>
            Refuse(canonical, "The page is one of several, and the canonical address is another of them."),
        _ when AddressKinship.IsKin(page, canonical) =>
            Believe(canonical, "The canonical address is another form of the same address."),
        _ when AddressKinship.IsAbove(canonical, page) =>
            Refuse(canonical, "The canonical address is a section above the page."),
        _ => new AddressClaim
        {
            Url = canonical,
            Belief = ClaimBelief.IfFollowed,
            Reason = "The canonical address has nothing in common with the page's own. "
                + "It counts only if a followed article has it.",
        },
    };

    private static AddressClaim Refuse(Uri url, string reason) =>
        new() { Url = url, Belief = ClaimBelief.Refused, Reason = reason };

    private static AddressClaim Believe(Uri url, string reason) =>
        new() { Url = url, Belief = ClaimBelief.Believed, Reason = reason };
}
