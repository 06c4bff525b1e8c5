using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

/// <summary>What says how a reader came is removed; what may say which page it is stays.</summary>
public sealed class TrackingParameterTests
{
    [Theory]
    [InlineData("ref=rss")]
    [InlineData("ref_=twitter")]
    [InlineData("source=rss_world")]
    [InlineData("src=Newsletter-2026-05-03")]
    [InlineData("cmp=RSS.front")]
    [InlineData("from=whatsapp")]
    [InlineData("share=facebook")]
    [InlineData("referrer=bluesky")]
    [InlineData("mod=rss_markets_main")]
    [InlineData("my_origin=linkedin")]
    [InlineData("ocid=socialflow_twitter")]
    [InlineData("wtmc=rss")]
    [InlineData("trk=feed-item")]
    [InlineData("pnespid=WLAg5FBL9X9IyE6J7pPW.1dasnK8")]
    [InlineData("cx_testId=3&cx_testVariant=cx_2")]
    [InlineData("emci=a-b&emdi=c-d")]
    [InlineData("amp;utm_source=rss&amp;amp;utm_medium=x")]
    [InlineData("feedType=RSS&feedName=worldNews")]
    public void The_way_of_a_reader_is_no_part_of_the_address(string query) =>
        Assert.Equal("https://paper.example/story", Canonical($"https://paper.example/story?{query}"));

    [Theory]
    [InlineData("ref=4711")]
    [InlineData("source=4711")]
    [InlineData("src=ap")]
    [InlineData("cid=12345")]
    [InlineData("from=2026-05-03")]
    [InlineData("from=nl")]
    [InlineData("mod=viewthread")]
    [InlineData("share=3")]
    [InlineData("tag=twitter")]
    [InlineData("section=email")]
    [InlineData("q=rss")]
    [InlineData("feature=twitter-files")]
    [InlineData("id=rss-turns-25")]
    [InlineData("ref=twitterstorm")]
    [InlineData("sh=abcd1234")]
    [InlineData("si=4")]
    public void What_may_name_the_page_stays(string query) =>
        Assert.Equal($"https://paper.example/story?{query}", Canonical($"https://paper.example/story?{query}"));

    [Theory]
    [InlineData("https://www.forbes.com/a?sh=abcd1234", "https://www.forbes.com/a")]
    [InlineData("https://www.youtube.com/watch?v=1&si=3fK2", "https://www.youtube.com/watch?v=1")]
    [InlineData("https://paper.example/a?x=1&amp;y=2", "https://paper.example/a?x=1&y=2")]
    public void Parameters_of_a_site_and_escaped_marks_are_known(string url, string canonical) =>
        Assert.Equal(canonical, Canonical(url));

    [Theory]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpaper.example%2Fa&data=x")]
    [InlineData("https://r.search.yahoo.com/_ylt=x/RU=https%3a%2f%2fpaper.example%2fa/RK=2/RS=x")]
    [InlineData("https://urldefense.proofpoint.com/v2/url?u=https-3A__paper.example_a&d=x")]
    [InlineData("https://urldefense.com/v3/__https://paper.example/a__;!!x!y$")]
    [InlineData("https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9wYXBlci5leGFtcGxlL2E&ntb=1")]
    [InlineData("https://www.google.co.uk/url?q=https://paper.example/a&sa=U")]
    [InlineData("https://medium.com/r/?url=https%3A%2F%2Fpaper.example%2Fa")]
    [InlineData("https://paper-example.bing-amp.com/c/s/paper.example/a?usqp=mq331&amp_js_v=0.1")]
    public void A_wrapped_address_is_unwrapped(string url) => Assert.Equal("https://paper.example/a", Canonical(url));

    [Theory]
    [InlineData("https://r.search.yahoo.com/_ylt=x/RK=2")]
    [InlineData("https://urldefense.com/v3/__https://paper.example/a*b__;Lw!!x")]
    [InlineData("https://www.bing.com/ck/a?u=a1AAAA")]
    [InlineData("https://www.google.shop/url?q=https://paper.example/a")]
    [InlineData("https://safelinks.example/?url=https%3A%2F%2Fpaper.example%2Fa")]
    public void A_link_without_an_address_inside_stays(string url) => Assert.Equal(url, Canonical(url));

    private static string Canonical(string url) => UrlCanonicalizer.Canonicalize(new Uri(url)).AbsoluteUri;
}
