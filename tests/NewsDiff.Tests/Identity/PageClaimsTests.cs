using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

/// <summary>Which of the addresses that a page gives are believed, and which would make two articles one.</summary>
public sealed class PageClaimsTests
{
    private const string Story = "https://www.news.example/world/flood-cuts-off-town-1234567";

    [Theory]
    [InlineData(Story + "?ref=front", Story)]
    [InlineData(Story + "/amp", Story)]
    [InlineData(Story + ".amp.html", Story)]
    [InlineData("https://amp.news.example/world/flood-cuts-off-town-1234567", Story)]
    [InlineData("https://m.news.example/a/1234567", Story)]
    [InlineData(
        "https://www.news.example/local/flood-cuts-off-the-town", "https://www.news.example/world/flood-cuts-off-town")]
    [InlineData("https://www.news.example/local/snowfall", "https://www.news.example/world/snowfall")]
    [InlineData("https://www.news.example/News/Story.HTML", "https://www.news.example/news/story")]
    [InlineData("https://www.paper.co.uk/flood", "https://www.paper.com/flood")]
    [InlineData("https://www.news.example/?p=12345&view=print", "https://www.news.example/?p=12345")]
    public void Another_form_of_the_same_address_is_believed(string page, string canonical) =>
        Assert.Equal(ClaimBelief.Believed, CanonicalOf(page, canonical));

    [Theory]
    [InlineData(Story, "https://www.news.example/")]
    [InlineData(Story, "https://www.news.example/world")]
    [InlineData(Story, "https://www.news.example/world/")]
    [InlineData(Story, "https://aggregator.example/world/flood-cuts-off-town-1234567")]
    [InlineData("https://one.co.uk/flood-1234567", "https://two.co.uk/flood-1234567")]
    [InlineData(Story + "?page=2", Story)]
    [InlineData(Story + "/3", Story)]
    public void What_would_make_different_articles_one_is_refused(string page, string canonical) =>
        Assert.Equal(ClaimBelief.Refused, CanonicalOf(page, canonical));

    [Theory]
    [InlineData(Story, "https://www.news.example/subscribe")]
    [InlineData("https://www.news.example/local/weather", "https://www.news.example/world/weather")]
    [InlineData("https://www.news.example/2026/11/22/flood", "https://www.news.example/2026/11/22/fire")]
    public void An_address_that_has_nothing_in_common_counts_only_if_it_is_followed(string page, string canonical) =>
        Assert.Equal(ClaimBelief.IfFollowed, CanonicalOf(page, canonical));

    [Theory]
    [InlineData("https://short.example/x7", Story, false, nameof(ClaimBelief.Believed))]
    [InlineData("https://short.example/x7", "https://www.news.example/?p=12345", false, nameof(ClaimBelief.Believed))]
    [InlineData("https://short.example/x7", "https://www.news.example/", false, nameof(ClaimBelief.Refused))]
    [InlineData("https://www.news.example/?p=99", Story, true, nameof(ClaimBelief.Believed))]
    [InlineData("https://www.news.example/?p=99", Story, false, nameof(ClaimBelief.Refused))]
    [InlineData("https://m.news.example/world/flood-cuts-off-town-1234567", Story, false, nameof(ClaimBelief.Believed))]
    [InlineData(Story, "https://www.news.example/", true, nameof(ClaimBelief.Refused))]
    [InlineData(Story, "https://www.news.example/world/", true, nameof(ClaimBelief.Refused))]
    [InlineData(Story, "https://www.news.example/consent?back=1", false, nameof(ClaimBelief.Refused))]
    public void A_redirect_is_believed_when_it_leads_to_the_article(
        string from,
        string to,
        bool isPermanent,
        string expected)
    {
        AddressClaim claim = Assert.Single(PageClaims.Find(new Uri(from), Page(to, isPermanent: isPermanent)));

        Assert.Equal(expected, claim.Belief.ToString());
        Assert.NotEmpty(claim.Reason);
    }

    [Fact]
    public void Where_the_redirect_is_not_believed_nothing_is()
    {
        FetchResult wall = Page(
            "https://www.news.example/consent", canonical: "https://www.news.example/consent-page-1234567");

        Assert.All(PageClaims.Find(new Uri(Story), wall), claim => Assert.Equal(ClaimBelief.Refused, claim.Belief));
    }

    [Fact]
    public void The_pages_own_address_is_no_claim() =>
        Assert.Empty(
            PageClaims.Find(
                new Uri(Story + "?utm_source=rss"),
                Page(Story, canonical: Story.Replace("https:", "http:", StringComparison.Ordinal))));

    private static ClaimBelief CanonicalOf(string page, string canonical) =>
        Assert.Single(PageClaims.Find(new Uri(page), Page(page, canonical))).Belief;

    private static FetchResult Page(string url, string? canonical = null, bool isPermanent = false) => new()
    {
        Status = FetchStatus.Fetched,
        Url = new Uri(url),
        MovedTo = isPermanent ? new Uri(url) : null,
        Article = new Article
        {
            Url = new Uri(url),
            Title = "Flood",
            CanonicalUrl = canonical is null ? null : new Uri(canonical),
        },
    };
}
