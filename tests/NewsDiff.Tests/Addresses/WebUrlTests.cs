using NewsDiff.Addresses;

namespace NewsDiff.Tests.Addresses;

/// <summary>Addresses are read as browsers read them.</summary>
public sealed class WebUrlTests
{
    private const string Base = "https://news.example/world/story?id=1";

    [Theory]
    [InlineData("next", "https://news.example/world/next")]
    [InlineData("./a/../b/", "https://news.example/world/b/")]
    [InlineData("../../../top", "https://news.example/top")]
    [InlineData("%2E%2e/up", "https://news.example/up")]
    [InlineData("/root", "https://news.example/root")]
    [InlineData("\\root\\page", "https://news.example/root/page")]
    [InlineData("//other.example/x", "https://other.example/x")]
    [InlineData("///other.example/x", "https://other.example/x")]
    [InlineData("?id=2", "https://news.example/world/story?id=2")]
    [InlineData("#part", "https://news.example/world/story?id=1#part")]
    [InlineData("", Base)]
    [InlineData("https:next", "https://news.example/world/next")]
    [InlineData("http:/other.example", "http://other.example/")]
    [InlineData(" \t http://other.\nexample/a\tb \r\n", "http://other.example/ab")]
    [InlineData("a:b", null)]
    [InlineData("mailto:desk@news.example", null)]
    public void Links_are_resolved(string reference, string? expected) =>
        Assert.Equal(expected, WebUrl.Resolve(reference, Base));

    [Theory]
    [InlineData("HTTP://News.EXAMPLE:80", "http://news.example/")]
    [InlineData("https://news.example:80/", "https://news.example:80/")]
    [InlineData("http://@news.example/", "http://news.example/")]
    [InlineData("http://a@b:c@news.example/", "http://a%40b:c@news.example/")]
    [InlineData("http://n\u00e4chrichten.example/", "http://xn--nchrichten-q5a.example/")]
    [InlineData("http://news\u3002example/", "http://news.example/")]
    [InlineData("http://%6eews.example/", "http://news.example/")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://017700000001", "http://127.0.0.1/")]
    [InlineData("http://[::FFFF:1.2.3.4]/", "http://[::ffff:102:304]/")]
    [InlineData("http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/")]
    [InlineData(
        "http://x.example/\u00fc %41%zz?\u00fc'#\u00fc`", "http://x.example/%C3%BC%20%41%zz?%C3%BC%27#%C3%BC%60")]
    public void An_absolute_address_gets_its_one_form(string address, string expected)
    {
        Assert.Equal(expected, WebUrl.Resolve(address, baseUrl: null));
        Assert.Equal(expected, WebUrl.Resolve(expected, baseUrl: null));
    }

    [Theory]
    [InlineData("story")]
    [InlineData("http://")]
    [InlineData("http://:80/")]
    [InlineData("http://a b/")]
    [InlineData("http://a<b/")]
    [InlineData("http://news.example:99999/")]
    [InlineData("http://news.example:x/")]
    [InlineData("http://256.0.0.1/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://[::1/")]
    [InlineData("http://[::1%25eth0]/")]
    [InlineData("http://\u00ad/")]
    public void What_browsers_refuse_is_refused(string address) => Assert.Null(WebUrl.Resolve(address, baseUrl: null));

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_the_replacement_character() =>
        Assert.Equal(
            "http://x.example/%EF%BF%BD",
            WebUrl.Resolve(['h', 't', 't', 'p', ':', '/', '/', .. "x.example/", '\ud800'], baseUrl: null));
}
