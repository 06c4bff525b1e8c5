using NewsDiff.Addresses;

namespace NewsDiff.Tests.Addresses;

public sealed class UserInfoTests
{
    [Theory]
    [InlineData("https://me:secret@news.example/a?b@c#d@e", "https://news.example/a?b@c#d@e")]
    [InlineData("https://me@news.example:8443/", "https://news.example:8443/")]
    [InlineData("http://me:secret@[::1]:8080/a%20b", "http://[::1]:8080/a%20b")]
    [InlineData("https://me:secret@bücher.example/ä", "https://bücher.example/%C3%A4")]
    [InlineData("https://news.example/@me", "https://news.example/@me")]
    [InlineData("https://news.example/a:b@c", "https://news.example/a:b@c")]
    [InlineData("mailto:me@news.example", "mailto:me@news.example")]
    [InlineData("ftp://me:secret@news.example/a", "ftp://news.example/a")]
    [InlineData("ws://me:secret@news.example/", "ws://news.example/")]
    [InlineData("odd+x://me:secret@news.example/", "odd+x://news.example/")]
    public void An_address_loses_its_user_and_nothing_else(string url, string expected) =>
        Assert.Equal(new Uri(expected).AbsoluteUri, UserInfo.Without(new Uri(url)).AbsoluteUri);

    [Theory]
    [InlineData("https://me:secret@news.example/", "https://news.example/")]
    [InlineData("  HTTPS://me:secret@news.example", "  HTTPS://news.example")]
    [InlineData("//me:secret@news.example/a", "//news.example/a")]
    [InlineData("http:\\\\me:secret@news.example\\a", "http:\\\\news.example\\a")]
    [InlineData("https:me:secret@news.example", "https:news.example")]
    [InlineData("https:///me:secret@news.example/", "https:///news.example/")]
    [InlineData("https://me:se@cret@news example/", "https://news example/")]
    [InlineData("/a//me@news.example", "/a//me@news.example")]
    [InlineData("https://news.example/@me", "https://news.example/@me")]
    [InlineData("me@news.example", "me@news.example")]
    [InlineData("mailto:me@news.example", "mailto:me@news.example")]
    [InlineData("ftp://me:secret@news.example/a", "ftp://news.example/a")]
    [InlineData(" postgres://me:secret@news.example", " postgres://news.example")]
    [InlineData("tag:me@news.example,2026:a", "tag:me@news.example,2026:a")]
    [InlineData("acct:me@news.example", "acct:me@news.example")]
    [InlineData("https://", "https://")]
    [InlineData("", "")]
    public void A_written_address_loses_it_too_whether_it_can_be_read_or_not(string written, string expected) =>
        Assert.Equal(expected, UserInfo.Without(written));
}
