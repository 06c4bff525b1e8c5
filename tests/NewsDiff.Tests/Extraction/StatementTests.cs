namespace NewsDiff.Tests.Extraction;

/// <summary>What pages state of dates, names and addresses in attributes, labels and lines.</summary>
public sealed class StatementTests
{
    private const string Text =
        "<p>The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.</p>"
        + "<p>Divers will look at the piles in the autumn, when the water is clear and the ferries run less often.</p>";

    [Theory]
    [InlineData("<span class=date data-timestamp=1777787400>2 days ago</span>", "2026-05-03T05:50:00+00:00")]
    [InlineData("<abbr class=published title=2026-05-03T09:30:00+02:00>Sunday</abbr>", "2026-05-03T09:30:00+02:00")]
    [InlineData("<span class=timestamp title='May 3, 2026 9:30 AM'>3h</span>", "2026-05-03T09:30")]
    [InlineData("<span class=timestamp title='Share this'>May 3, 2026</span>", "2026-05-03")]
    [InlineData("<span class=place title='May 3, 2026'>Pier</span>", null)]
    [InlineData("<p class=date>Last updated: 4 May 2026 First published: 3 May 2026</p>", "2026-05-03")]
    [InlineData("<span property=datePublished content=2026-05-03>Sunday</span>", "2026-05-03")]
    [InlineData("<span property=schema:datePublished content=2026-05-03>Sunday</span>", "2026-05-03")]
    [InlineData("<span property=startDate content=2026-05-03>Sunday</span>", null)]
    public void A_date_is_read_from_attributes_and_labels(string above, string? expected) =>
        Assert.Equal(expected, Read($"<h1>The pier is shut</h1>{above}{Text}").PublishedAt?.ToString());

    [Theory]
    [InlineData("<ol class=comments><li><span class=date>3 May 2026</span><p>What a pier.</p></li></ol>", null)]
    [InlineData("<div class=related><a href=/b>Ropes</a> <time datetime=2026-05-03>3 May</time></div>", null)]
    [InlineData("<p class=date>3 May 2026</p>", "2026-05-03")]
    public void The_dates_of_comments_and_other_articles_are_not_the_pages(string below, string? expected) =>
        Assert.Equal(expected, Read($"<h1>The pier is shut</h1>{Text}{below}").PublishedAt?.ToString());

    [Theory]
    [InlineData("/2026-05-03-pier-shut", "2026-05-03")]
    [InlineData("/pier-shut-2026-05-03", "2026-05-03")]
    [InlineData("/pier-shut-20260503-p5abc", "2026-05-03")]
    [InlineData("/pier-2026-05-03-4711.html", "2026-05-03")]
    [InlineData("/storms-of-2026-05-03-and-after", null)]
    public void A_date_within_the_words_of_an_address_belongs_to_the_headline(string path, string? expected) =>
        Assert.Equal(expected, Read($"<h1>The pier is shut</h1>{Text}", path).PublishedAt?.ToString());

    [Theory]
    [InlineData(
        "<p class=meta>Posted on May 3, 2026 by <span>Ada Lind</span> in <a href=/c>"
            + "Harbour</a></p>", "Ada Lind")]
    [InlineData(
        "<p class=byline>By <a href=/ada>Ada Lind</a> <a href=mailto:a@b.example>Email the "
            + "author</a></p>", "Ada Lind")]
    [InlineData("<p class=byline>By <a href=mailto:a@b.example>Ada Lind</a></p>", "Ada Lind")]
    [InlineData("<p class=byline>Ada Lind Updated: May 3, 2026</p>", "Ada Lind")]
    [InlineData("<p class=byline>By Ada Lind. Photographs by Ole Berg.</p>", "Ada Lind")]
    [InlineData("<p class=byline>By A. B. Lind</p>", "A. B. Lind")]
    [InlineData("<p class=byline>Written by Ada Lind | Edited by Ole Berg | Checked by Mia Holm</p>", "Ada Lind")]
    [InlineData("<p class=byline>By Ada Lind Jr.</p>", "Ada Lind Jr.")]
    [InlineData("<p class=byline>Ada Lind / Tide Press</p>", "Ada Lind")]
    [InlineData("<p class=byline>Ada Lind / Ole Berg</p>", "Ada Lind|Ole Berg")]
    [InlineData(
        "<ul class=authors><li><a href=/a>Ada Lind</a></li><li><a href=/b>Ole Berg</a></li>"
            + "</ul>", "Ada Lind|Ole Berg")]
    [InlineData("<ul class=authors><li><a href=/a>Ada Lind</a></li><li>The pier is old.</li></ul>", "Ada Lind")]
    [InlineData("<span property=schema:author>Ada Lind</span>", "Ada Lind")]
    public void A_byline_in_any_form_names_the_authors(string above, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(
            $"<a href=/>Tide Press</a><h1>The pier is shut</h1>{above}{Text}").Authors));

    [Fact]
    public void The_front_page_of_a_persons_site_has_the_persons_name() =>
        Assert.Equal("Ada Lind", Assert.Single(Read(
            $"<a href=/>Ada Lind</a><h1>The pier is shut</h1><p class=byline>By Ada Lind</p>{Text}").Authors));

    [Theory]
    [InlineData("<link rel='shortlink canonical' href=/pier>", "https://example.org/pier")]
    [InlineData("<link rel=notcanonical href=/pier>", null)]
    public void A_canonical_address_may_have_other_relations(string link, string? expected) =>
        Assert.Equal(expected, Read($"{link}<h1>The pier is shut</h1>{Text}", "/p?id=1").CanonicalUrl?.AbsoluteUri);

    [Fact]
    public void A_summary_that_is_escaped_twice_is_read() =>
        Assert.Equal("Salt & tar", Read($"<meta name=description content='Salt &amp;amp; tar'>{Text}").Summary);

    [Fact]
    public void A_picture_may_be_stated_by_its_secure_address_only() =>
        Assert.Equal("https://example.org/a.jpg", Read(
            $"<meta property=og:image:secure_url content=https://example.org/a.jpg>{Text}").LeadImageUrl?.AbsoluteUri);

    private static Article Read(string html, string path = "/harbour/pier") =>
        Pages.Extract(html, "https://example.org" + path).Article!;
}
