using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class UrlCanonicalizerTests
{
    [Theory]
    [InlineData("HTTP://Example.ORG:80/a/../b/./c", "http://example.org/b/c")]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://example.org.:8443/a#top", "https://example.org:8443/a")]
    [InlineData("https://user:secret@example.org/a", "https://example.org/a")]
    [InlineData("https://bücher.example/ä?ö=ü", "https://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC")]
    [InlineData(
        "https://example.org/a?utm_source=rss&id=7&UTM_Medium=x&page=2&fbclid=1", "https://example.org/a?id=7&page=2")]
    [InlineData("https://example.org/a?xtor=RSS-1", "https://example.org/a")]
    [InlineData("https://example.org/a?&&b=1&", "https://example.org/a?b=1")]
    [InlineData("https://example.org/a?", "https://example.org/a")]
    [InlineData("https://www.theguardian.com/a?CMP=share&page=2", "https://www.theguardian.com/a?page=2")]
    [InlineData("https://www.bbc.co.uk/news/uk-1?at_medium=RSS&at_campaign=KARANGA", "https://www.bbc.co.uk/news/uk-1")]
    [InlineData("http://www.bbc.co.uk/go/rss/int/news/-/news/uk-1", "http://www.bbc.co.uk/news/uk-1")]
    [InlineData("http://news.bbc.co.uk/go/rss/-/1/hi/uk/1.stm", "http://news.bbc.co.uk/1/hi/uk/1.stm")]
    [InlineData(
        "https://news-example.cdn.ampproject.org/c/s/news.example/story?utm_source=x", "https://news.example/story")]
    [InlineData("https://news-example.cdn.ampproject.org/v/news.example/story", "http://news.example/story")]
    [InlineData("https://www.google.com/amp/s/amp.theguardian.com/world/a", "https://www.theguardian.com/world/a")]
    [InlineData("https://example.org/a.do;jsessionid=E46.n1?id=4", "https://example.org/a.do?id=4")]
    [InlineData("https://example.org/(S(lit3py55t21z5v55vlm25s55))/a.aspx?id=4", "https://example.org/a.aspx?id=4")]
    [InlineData("https://example.org/de/(X(1)S(lit3py55t21z5v))/(A(9f))/a", "https://example.org/de/a")]
    [InlineData("https://example.org/(B(1))/a/(S)/b/(S(1)/c))/d", "https://example.org/(B(1))/a/(S)/b/(S(1)/c))/d")]
    [InlineData("https://example.org/a?zenid=9f&sid=4", "https://example.org/a?sid=4")]
    [InlineData("https://example.org/a;v=1", "https://example.org/a;v=1")]
    [InlineData("https://example.org/a?PHPSESSID=9f&id=4", "https://example.org/a?id=4")]
    [InlineData("https://example.org/a?xyclid=1&abc_campaign=2&q=3", "https://example.org/a?q=3")]
    [InlineData(
        "https://example.org/a?video_source=1&cid=2&term=3",
        "https://example.org/a?video_source=1&cid=2&term=3")]
    [InlineData(
        "http://www.bing.com/news/apiclick.aspx?ref=Fex&url=https%3a%2f%2fnews.example%2fstory&c=1",
        "https://news.example/story")]
    [InlineData(
        "https://www.google.com/url?sa=t&url=https://news.example/story?id=4&ct=ga",
        "https://news.example/story?id=4")]
    [InlineData(
        "https://www.google.com/search?q=https://news.example/story",
        "https://www.google.com/search?q=https://news.example/story")]
    [InlineData("https://www.google.com/url?q=words", "https://www.google.com/url?q=words")]
    [InlineData(
        "https://news.google.com/rss/articles/CBMiGmh0dHBzOi8vbmV3cy5leGFtcGxlL3N0b3J50gEA?oc=5",
        "https://news.example/story")]
    [InlineData(
        "https://news.google.com/rss/articles/CBMiAUFV?oc=5",
        "https://news.google.com/rss/articles/CBMiAUFV?oc=5")]
    [InlineData("https://www.google.com/amp/s/nothing", "https://www.google.com/amp/s/nothing")]
    [InlineData("https://mobile.nytimes.com/2026/05/03/a.html?smid=tw", "https://www.nytimes.com/2026/05/03/a.html")]
    [InlineData(
        "http://example.feedsportal.com/c/1/f/2/s/3/sc/8/l/0L0Sexample0N0Cnews0C20A260Cferry0Ereturns0Dutm0Isource0Frss/story01.htm",
        "http://www.example.com/news/2026/ferry-returns")]
    public void One_article_has_one_address(string url, string canonical) =>
        Assert.Equal(canonical, UrlCanonicalizer.Canonicalize(new Uri(url)).AbsoluteUri);

    [Theory]
    [InlineData("https://example.org/a?id=1", "https://example.org/a?id=2")]
    [InlineData("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1")]
    [InlineData("https://example.org/a", "https://example.org/A")]
    [InlineData("https://example.org/a", "https://example.org/a/")]
    [InlineData("https://example.org/a?source=1", "https://example.org/a")]
    [InlineData("https://example.org/a?CMP=1", "https://example.org/a")]
    [InlineData("https://example.org/#!/a", "https://example.org/#!/b")]
    [InlineData("https://example.org/go/rss/int/-/a", "https://example.org/a")]
    [InlineData("https://www.example.org/a", "https://example.org/a")]
    [InlineData("https://example.org/a%2Fb", "https://example.org/a/b")]
    public void Addresses_that_may_be_two_articles_stay_apart(string one, string other) =>
        Assert.NotEqual(
            UrlCanonicalizer.Canonicalize(new Uri(one)).AbsoluteUri,
            UrlCanonicalizer.Canonicalize(new Uri(other)).AbsoluteUri);

    [Theory]
    [InlineData("mailto:a@example.org")]
    [InlineData("http://xn--münchen.example/")]
    public void What_cannot_be_tidied_stays_unchanged(string url) =>
        Assert.Equal(new Uri(url), UrlCanonicalizer.Canonicalize(new Uri(url)));

    [Fact]
    public void Doing_it_again_changes_nothing()
    {
        Gen<string> part = Gen.Elements(
            "a", "B", "%41", "%c3%a9", "é", ".", "..", "-", "go", "rss", "utm_source=1", "utm_x", "id=7", "=", "&",
            "?", "#", "#!", ";",
            "/", "//", "%", "%2", "\\", " ", "story01.htm", "0L0S", "0N0C", "c/1/f/2/s/3/l/0Lx0N0Ca/story01.htm", "+",
            "😀", "\u00ad");
        Gen<string> host = Gen.Elements(
            "example.org", "WWW.bbc.co.uk", "mobile.nytimes.com", "bücher.example", "[::1]", "127.1", "example.org.",
            "a_b.example");
        Gen<string> url =
            from scheme in Gen.Elements("http", "HTTPS")
            from name in host
            from port in Gen.Elements("", ":80", ":443", ":8080")
            from rest in part.ListOf()
            select $"{scheme}://{name}{port}/{string.Concat(rest)}";

        Prop.ForAll(Arb.From(url), text =>
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? given))
            {
                return true;
            }

            Uri once = UrlCanonicalizer.Canonicalize(given);
            return once.AbsoluteUri == UrlCanonicalizer.Canonicalize(once).AbsoluteUri;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }
}
