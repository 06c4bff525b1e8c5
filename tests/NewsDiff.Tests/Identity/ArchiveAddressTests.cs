using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class ArchiveAddressTests
{
    [Theory]
    [InlineData(
        "https://web.archive.org/web/20240102030405/https://news.example/a?b=c",
        "https://news.example/a?b=c",
        "2024-01-02T03:04:05")]
    [InlineData(
        "http://web.archive.org/web/20240102030405id_/http://news.example/a",
        "http://news.example/a",
        "2024-01-02T03:04:05")]
    [InlineData(
        "https://web.archive.org/web/20240102030405if_/https:/news.example/a",
        "https://news.example/a",
        "2024-01-02T03:04:05")]
    [InlineData("https://web.archive.org/web/2024/news.example/a", "http://news.example/a", "2024-01-01T00:00:00")]
    [InlineData("https://web.archive.org/web/*/https://news.example/a", "https://news.example/a", null)]
    [InlineData(
        "https://arquivo.pt/wayback/20200203040506/https://news.example/",
        "https://news.example/",
        "2020-02-03T04:05:06")]
    [InlineData(
        "https://archive.ph/20210506070809/https://news.example/a", "https://news.example/a", "2021-05-06T07:08:09")]
    public void An_archived_page_is_the_page_and_a_time(string url, string original, string? time)
    {
        Assert.True(ArchiveAddress.TryParse(new Uri(url), out ArchiveAddress? address));

        Assert.Equal(original, address?.Original.AbsoluteUri);
        Assert.Equal(time, address?.CapturedAt?.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(UrlCanonicalizer.Canonicalize(new Uri(original)), UrlCanonicalizer.Canonicalize(new Uri(url)));
    }

    [Theory]
    [InlineData("https://news.example/web/20240102030405/https://other.example/a")]
    [InlineData("https://web.archive.org/about/")]
    [InlineData("https://web.archive.org/web/20240102030405/")]
    [InlineData("https://web.archive.org/web/99999999999999999/https://news.example/")]
    [InlineData("https://web.archive.org/web/2024010203/javascript:alert(1)")]
    [InlineData("https://web.archive.org/web/20240102030405id/https://news.example/a")]
    [InlineData("https://web.archive.org/web/20240102030405abc/https://news.example/a")]
    [InlineData("https://web.archive.org/web/20240102030405abc_/https://news.example/a")]
    public void Other_addresses_are_none(string url) => Assert.False(ArchiveAddress.TryParse(new Uri(url), out _));

    [Fact]
    public void The_capture_as_it_was_has_an_address_of_its_own() => Assert.Equal(
        "https://web.archive.org/web/20240102030405id_/https://news.example/a",
        ArchiveAddress.TryParse(
            new Uri("https://web.archive.org/web/20240102030405im_/https://news.example/a"),
            out ArchiveAddress? address) ? address.Raw?.AbsoluteUri : null);
}
