using System.Net;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Guard;

namespace NewsDiff.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("::ffff:168.63.129.16")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a83f:8110")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("::0:5efe:10.0.0.1")]
    [InlineData("::200:5efe:8.8.8.8")]
    [InlineData("2606:2800:220:1:0:5efe:10.0.0.1")]
    [InlineData("2606:2800:220:1:200:5efe:127.0.0.1")]
    [InlineData("2606:2800:220:1:300:5efe:169.254.169.254")]
    [InlineData("fe80::5efe:8.8.8.8")]
    [InlineData("2002:a83f:8110::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public void Addresses_inside_are_not_public(string address) =>
        Assert.False(PublicInternet.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2002:808:808::")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("2606:2800:220:1:0:5efe:8.8.8.8")]
    [InlineData("2606:2800:220:1:400:5efe:10.0.0.1")]
    public void Addresses_outside_are_public(string address) =>
        Assert.True(PublicInternet.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData(80, true)]
    [InlineData(443, true)]
    [InlineData(8080, true)]
    [InlineData(22, false)]
    [InlineData(25, false)]
    [InlineData(6379, false)]
    public void Only_ports_of_web_sites_are_connected_to(int port, bool isAllowed) =>
        Assert.Equal(isAllowed, PublicInternet.IsWebPort(port));

    [Fact]
    public async Task A_private_site_is_refused_by_default_and_never_asked()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { AllowedPrivateHosts = [] });
        web.Site.MapText("/ferry", FetchingSite.Story);

        FetchResult page = await web.FetchAsync("/ferry");
        var named = new UriBuilder(web.Site.Url("/ferry")) { Host = "localhost" };
        FetchResult byName = await web.Articles.FetchAsync(
            FetchRequest.For(named.Uri), TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Refused, page.Status);
        Assert.Equal(FetchStatus.Refused, byName.Status);
        Assert.All(
            [page, byName],
            static refused => Assert.EndsWith(
                "not on the public internet, and AllowedPrivateHosts does not name it.", refused.Reason,
                StringComparison.Ordinal));
        Assert.Empty(web.Site.Requests);
    }

    [Fact]
    public async Task A_private_host_can_be_allowed_on_one_port_only()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { AllowedPrivateHosts = ["127.0.0.1:1"] });

        Assert.Equal(FetchStatus.Refused, (await web.FetchAsync("/ferry")).Status);
    }

    [Theory]
    [InlineData("::1", "[::1]", 8080)]
    [InlineData("[::1]", "[::1]", 8080)]
    [InlineData("[::1]:8080", "::1", 8080)]
    [InlineData("0:0:0:0:0:0:0:1", "[::1]", 80)]
    [InlineData("FE80::1%eth0", "[fe80::1%25eth0]", 80)]
    [InlineData("News.Local", "news.local", 80)]
    [InlineData("news.local.", "news.local", 80)]
    [InlineData("news.local", "news.local.", 80)]
    [InlineData("NEWS.local.:8080", "news.local", 8080)]
    [InlineData("bücher.example", "xn--bcher-kva.example", 80)]
    [InlineData("xn--bcher-kva.example", "BÜCHER.example", 80)]
    [InlineData("127.0.0.1:8080", "127.0.0.1", 8080)]
    [InlineData("127.1", "127.0.0.1", 80)]
    public void An_allowed_host_may_be_written_as_addresses_may(string entry, string host, int port) =>
        Assert.True(new AllowedHosts(new HttpFetchOptions { AllowedPrivateHosts = [entry] }).Contain(host, port));

    [Theory]
    [InlineData("[::1]:8080", "[::1]", 80)]
    [InlineData("::1", "[::2]", 80)]
    [InlineData("127.0.0.1", "localhost", 80)]
    [InlineData("news.local", "old.news.local", 80)]
    [InlineData("news.local:80", "news.local", 8080)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", 80)]
    public void An_allowed_host_opens_nothing_else(string entry, string host, int port) =>
        Assert.False(new AllowedHosts(new HttpFetchOptions { AllowedPrivateHosts = [entry] }).Contain(host, port));

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost/")]
    [InlineData("localhost:0")]
    [InlineData("localhost:99999")]
    [InlineData("localhost:http")]
    [InlineData("[::1")]
    [InlineData("[::1]x")]
    [InlineData("a b")]
    public void A_text_that_cannot_be_a_host_is_refused(string entry)
    {
        ArgumentException fault = Assert.ThrowsAny<ArgumentException>(
            () => new HttpFetchOptions { AllowedPrivateHosts = [entry] });

        Assert.Contains("AllowedPrivateHosts", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080/story")]
    [InlineData("http://[::1]/story")]
    [InlineData("http://[::1]:8080/story")]
    [InlineData("http://bücher.local:8080/story")]
    [InlineData("http://127.0.0.1./story")]
    public void The_advice_of_an_error_names_what_works(string url)
    {
        var address = new Uri(url);

        Assert.True(
            new AllowedHosts(new HttpFetchOptions { AllowedPrivateHosts = [address.Authority] }).Contain(
                address.IdnHost, address.Port));
    }

    [Theory]
    [InlineData("ftp://example.org/story")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,<p>")]
    [InlineData("story.html")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://app.localhost/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://example.org@10.0.0.1/")]
    [InlineData("http://xn--münchen.example/")]
    public async Task What_is_no_public_web_address_is_refused(string url)
    {
        using var fetcher = new HttpArticleFetcher();

        FetchResult result = await fetcher.FetchAsync(
            FetchRequest.For(new Uri(url, UriKind.RelativeOrAbsolute)), TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Refused, result.Status);
    }

    [Fact]
    public async Task The_handler_throws_what_a_host_can_recognise()
    {
        using var client = new HttpClient(NewsDiffHttp.CreateHandler());

        var fault = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(new Uri("http://127.0.0.1:8080/"), TestContext.Current.CancellationToken));

        Assert.IsType<AddressRefusedException>(fault.InnerException);
    }
}
