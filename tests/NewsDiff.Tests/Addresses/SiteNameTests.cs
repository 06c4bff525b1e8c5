using NewsDiff.Addresses;

namespace NewsDiff.Tests.Addresses;

public sealed class SiteNameTests
{
    [Theory]
    [InlineData("https://m.harbour-post.co.uk/a", "harbour-post.co.uk")]
    [InlineData("https://harbour-post.com.au/", "harbour-post.com.au")]
    [InlineData("https://news.harbour.or.jp/a", "harbour.or.jp")]
    [InlineData("https://www.hbr.nl/a", "hbr.nl")]
    [InlineData("https://hbr.nl/a", "hbr.nl")]
    [InlineData("https://live.news.hp.no/", "hp.no")]
    [InlineData("https://co.nl/", "co.nl")]
    [InlineData("https://www.harbour.news/", "harbour.news")]
    [InlineData("https://harbour.blogspot.com/a", "harbour.blogspot.com")]
    [InlineData("https://amp.ann.wordpress.com/a", "ann.wordpress.com")]
    [InlineData("https://www.wordpress.com/a", "wordpress.com")]
    [InlineData("https://wordpress.com/a", "wordpress.com")]
    [InlineData("https://blog.blogspot.com.example/a", "com.example")]
    [InlineData("http://192.0.2.7:8080/a", "192.0.2.7:8080")]
    public void A_publisher_is_the_name_that_was_registered(string url, string expected) =>
        Assert.Equal(expected, SiteName.Of(new Uri(url)));
}
