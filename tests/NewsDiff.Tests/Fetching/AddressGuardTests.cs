using System.Net;
using NewsDiff.Fetching;

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
    [InlineData("64:ff9b::7f00:1")]
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
        await using FetchingSite web = await FetchingSite.StartAsync(options => options with { AllowedPrivateHosts = [] });
        web.Site.MapText("/ferry", FetchingSite.Story);

        FetchResult page = await web.FetchAsync("/ferry");
        var named = new UriBuilder(web.Site.Url("/ferry")) { Host = "localhost" };
        FetchResult byName = await web.Articles.FetchAsync(FetchRequest.For(named.Uri), TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Refused, page.Status);
        Assert.Equal(FetchStatus.Refused, byName.Status);
        Assert.Contains("public internet", page.Reason, StringComparison.Ordinal);
        Assert.Empty(web.Site.Requests);
    }

    [Fact]
    public async Task A_private_host_can_be_allowed_on_one_port_only()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(options => options with { AllowedPrivateHosts = ["127.0.0.1:1"] });

        Assert.Equal(FetchStatus.Refused, (await web.FetchAsync("/ferry")).Status);
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

        FetchResult result = await fetcher.FetchAsync(FetchRequest.For(new Uri(url, UriKind.RelativeOrAbsolute)), TestContext.Current.CancellationToken);

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
