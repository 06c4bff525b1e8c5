using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using NewsDiff.Pages;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Tests;

public sealed partial class ServeTests : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private FollowedSite? _followed;
    private NewsStore? _store;
    private SiteServer? _server;

    [Theory]
    [InlineData("", "Library to stay open longer")]
    [InlineData("articles/{id}", "less than a minute later")]
    [InlineData("articles/{id}/diff/1/2", "<ins")]
    [InlineData("articles/{id}/diff/1/2/inline", "<ins")]
    [InlineData("articles", "Changed once")]
    [InlineData("?only=headline", "There is no such change.")]
    [InlineData("?only=silent", "Library to stay open longer")]
    [InlineData("?since=2000-01-01", "Library to stay open longer")]
    [InlineData("?since=2100-01-01T00:00:00Z", "There is no such change.")]
    [InlineData("changes.json", "\"feed_url\"")]
    [InlineData("articles/{id}/versions/1", "About 300 readers")]
    [InlineData("feeds", "Town News")]
    [InlineData("changes.atom", "<feed")]
    [InlineData("changes.rss", "<rss")]
    [InlineData("articles/{id}/changes.atom", "<entry")]
    [InlineData("articles/{id}/changes.rss", "<item")]
    [InlineData("newsdiff.css", "{")]
    [InlineData("health", "ok")]
    [InlineData("search", "role=\"search\"")]
    [InlineData("search?q=300", "search --build")]
    [InlineData("api/changes", "\"kind\":\"Changed\"")]
    [InlineData("api/articles/{id}", "\"versions\":[")]
    public async Task Every_page_is_served(string path, string sign)
    {
        HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            sign,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("articles/0000")]
    [InlineData("articles/{id}/diff/1/9")]
    [InlineData("articles/{id}/diff/1/1")]
    [InlineData("articles/{id}/versions/9")]
    [InlineData("articles/{id}/versions/99999999999")]
    [InlineData("articles/0000/changes.atom")]
    [InlineData("?before=1-1")]
    [InlineData("?before=81")]
    [InlineData("?before=1777831200000-n-0e0")]
    [InlineData("?before=-1-1")]
    [InlineData("?before=abc-1")]
    [InlineData("?before=1e9-1")]
    [InlineData("?before=99999999999999999999-1")]
    [InlineData("?before=253402300799999-1")]
    [InlineData("?before=")]
    [InlineData("?before=1-1&before=1-1")]
    [InlineData("?before=1777831200000-n-n")]
    [InlineData("?before=1777831200000-1x6-n")]
    [InlineData("?before=1777831200000-1x00-n")]
    [InlineData("?before=1777831200000-x61-n")]
    [InlineData("?before=1777831200000-1x61-1e")]
    [InlineData("?before=1777831200000-1xff-n")]
    [InlineData("?only=3")]
    [InlineData("?only=everything")]
    [InlineData("?only=large&only=large")]
    [InlineData("?since=yesterday")]
    [InlineData("articles?only=large")]
    [InlineData("articles?before=x")]
    [InlineData("changes.atom?before=x")]
    [InlineData("?before=1777831200000-2147483647")]
    [InlineData("articles/%E2%80%AE")]
    [InlineData("articles/%ff%fe")]
    [InlineData("articles/{id}/diff/-1/2")]
    [InlineData("articles/{id}/diff/0/1")]
    [InlineData("articles/{id}/versions/0")]
    [InlineData("articles/{id}/changes.xml")]
    public async Task A_missing_page_is_a_404(string path)
    {
        HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<title>Not found", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles/{id}/versions/1", HttpStatusCode.UnavailableForLegalReasons, "Version 1 was taken down")]
    [InlineData("articles/{id}/diff/1/2", HttpStatusCode.UnavailableForLegalReasons, "Version 1 was taken down")]
    [InlineData("articles/{id}/versions/2", HttpStatusCode.OK, "About 450 readers")]
    [InlineData("articles/{id}", HttpStatusCode.OK, "Taken down")]
    [InlineData("", HttpStatusCode.OK, "")]
    [InlineData("changes.atom", HttpStatusCode.OK, "")]
    public async Task What_was_taken_down_is_a_451_and_in_no_list_of_changes(
        string path, HttpStatusCode status, string sign)
    {
        Uri site = await StartAsync();
        string id = await ShowCommandTests.FindIdAsync(_followed!, "library");
        var query = new VersionQuery { ArticleId = id, ToNumber = 1 };
        await _store!.Care.HideAsync(
            query, "A court ordered it.", "Ann", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        HttpResponseMessage answer = await _client.GetAsync(
            new Uri(site, path.Replace("{id}", id, StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(sign, page, StringComparison.Ordinal);
        Assert.DoesNotContain("About 300", page, StringComparison.Ordinal);
        Assert.False(!path.Contains("versions") && page.Contains($"{id}/diff/1/2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("changes.atom")]
    public async Task Every_answer_forbids_scripts_and_guessing(string path)
    {
        HttpResponseMessage answer = await GetAsync(path);

        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [Fact]
    public async Task A_request_under_a_foreign_name_is_refused()
    {
        Uri site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, site);
        request.Headers.Host = "attacker.example";

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("changes.example.org", 200)]
    [InlineData("CHANGES.example.org:443", 200)]
    [InlineData("localhost", 200)]
    [InlineData("example.org", 400)]
    [InlineData("changes.example.org.evil.example", 400)]
    public async Task Behind_a_proxy_it_answers_to_its_public_name_and_links_to_it(string host, int status)
    {
        Uri site = await StartAsync(publicUrl: new Uri("https://changes.example.org/news/"));

        string page = await RawAsync(site, $"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        string feed = await RawAsync(
            site, $"GET /changes.atom HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        string missing = await RawAsync(site, $"GET /none HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", page, StringComparison.Ordinal);
        if (status == 200)
        {
            Assert.Contains("href=\"/news/articles", page, StringComparison.Ordinal);
            Assert.Contains("https://changes.example.org/news/changes.atom", feed, StringComparison.Ordinal);
            Assert.Contains("href=\"/news/newsdiff.css\"", missing, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("everywhere", "IP address")]
    [InlineData("0.0.0.0", "--public-url")]
    public async Task An_address_that_cannot_or_must_not_be_listened_on_is_refused(string address, string sign)
    {
        _followed = await FollowedSite.StartChangedAsync();

        ToolResult result = await _followed.ReadAsync("serve", "--port", "0", "--listen", address);

        Assert.Contains(sign, result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_of_changes_is_reported_as_missing()
    {
        string page = await (await GetAsync("?before=1-n-0e0")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken);

        Assert.Contains("There are no changes this old.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No change has been seen yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_any_length_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("articles/" + new string('a', 7000))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("changes.atom")]
    [InlineData("newsdiff.css")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        HttpResponseMessage first = await GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        HttpResponseMessage second = await _client.SendAsync(again, TestContext.Current.CancellationToken);
        using var other = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        other.Headers.TryAddWithoutValidation("If-None-Match", "\"other\", W/\"x\"");
        HttpResponseMessage third = await _client.SendAsync(other, TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK),
            (first.StatusCode, second.StatusCode, third.StatusCode));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.True(first.Headers.CacheControl is { NoCache: true, Private: true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("newsdiff.css")]
    public async Task Nothing_can_be_written(string path)
    {
        HttpResponseMessage page = await GetAsync(path);
        foreach (string method in new[] { "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), page.RequestMessage!.RequestUri);
            HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow);
        }

        using var options = new HttpRequestMessage(HttpMethod.Options, page.RequestMessage!.RequestUri);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await _client.SendAsync(options, TestContext.Current.CancellationToken)).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, page.RequestMessage!.RequestUri);
        HttpResponseMessage headed = await _client.SendAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(
            (page.StatusCode, page.Content.Headers.ContentLength),
            (headed.StatusCode, headed.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("Host: localhost:99999\r\n", 400)]
    [InlineData("Host: localhost:0\r\n", 400)]
    [InlineData("Host: localhost:\r\n", 400)]
    [InlineData("Host: localhost:8a\r\n", 400)]
    [InlineData("Host: me@localhost\r\n", 400)]
    [InlineData("Host: localhost.evil.example\r\n", 400)]
    [InlineData("Host: 127.0.0.1.\r\n", 400)]
    [InlineData("Host: [::1\r\n", 400)]
    [InlineData("Host: \r\n", 400)]
    [InlineData("", 400)]
    [InlineData("Host: localhost\r\nHost: localhost\r\n", 400)]
    [InlineData("Host: localhost:8000\r\n", 200)]
    [InlineData("Host: LOCALHOST\r\n", 200)]
    [InlineData("Host: [::1]:8000\r\n", 200)]
    public async Task A_host_name_of_another_machine_is_refused_without_an_error(string host, int status)
    {
        Uri site = await StartAsync();
        foreach ((string version, string path) in new[]
        {
            ("1.0", "/"), ("1.1", "/changes.atom"), ("1.0", "/changes.rss"),
        })
        {
            string answer = await RawAsync(site, $"GET {path} HTTP/{version}\r\n{host}Connection: close\r\n\r\n");

            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET /\\xff HTTP/1.1")]
    [InlineData("GET /%zz%00%ff HTTP/1.1")]
    [InlineData("GET http://evil.example/ HTTP/1.1")]
    [InlineData("GET /articles/%00 HTTP/1.1")]
    [InlineData("GET /articles/a%00/changes.rss HTTP/1.1")]
    [InlineData("GET * HTTP/1.1")]
    [InlineData("CONNECT localhost:80 HTTP/1.1")]
    [InlineData("GET /?before=%FF%00 HTTP/1.1")]
    public async Task A_line_that_asks_for_nothing_real_gets_a_refusal(string line)
    {
        string answer = await RawAsync(await StartAsync(), $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_any_length_breaks_nothing()
    {
        Uri site = await StartAsync();

        Assert.StartsWith(
            "HTTP/1.1 200 ",
            await RawAsync(
                site,
                $"GET /?{string.Concat(Enumerable.Repeat("a&", 3000))} HTTP/1.1\r\nHost: localhost\r\nConnection: "
                + "close\r\n\r\n"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 414 ",
            await RawAsync(
                site, $"GET /?{new string('a', 100_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_a_feed_stays_wherever_it_is_served_and_no_other_database_has_it()
    {
        Uri site = await StartAsync();
        string[] hosts = ["localhost", "127.0.0.1:8000", "[::1]:1234"];
        List<string> served = [];
        foreach (string host in hosts)
        {
            served.Add(
                IdOf(await RawAsync(site, $"GET /changes.atom HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")));
        }

        string written = IdOf((await _followed!.ReadAsync("feed")).Output);
        string atSite = IdOf((await _followed.ReadAsync("feed", "--site", "https://changes.example/")).Output);
        string ofArticle = IdOf(
            (await _followed.ReadAsync("feed", "--article", _followed.Site.Url("library").AbsoluteUri)).Output);
        await using FollowedSite other = await FollowedSite.StartChangedAsync();
        string ofOther = IdOf((await other.ReadAsync("feed")).Output);

        Assert.Equal([written], served.Append(atSite).Distinct());
        Assert.Equal(3, new[] { written, ofArticle, ofOther }.Distinct().Count());
        Assert.StartsWith("urn:uuid:", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_says_so_and_no_more()
    {
        await StartAsync(faultsAreExpected: true);
        PageSource pages = await _store!.OpenPagesAsync(TestContext.Current.CancellationToken);
        await _store.DisposeAsync();
        var faults = new List<Exception>();
        await using SiteServer broken = await SiteServer.StartAsync(
            pages, new SitePlace { Port = 0 }, management: null, faults.Add, TestContext.Current.CancellationToken);

        HttpResponseMessage answer = await _client.GetAsync(broken.Url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(
            "The page could not be rendered. See the terminal that runs newsdiff serve.\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Single(faults);
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        Uri site = await StartAsync();

        ToolResult result = await _followed!.ReadAsync("serve", "--port", site.Port.ToString(provider: null));

        Assert.Contains("the port is in use", result.Exits(2).Error, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (IAsyncDisposable? part in new IAsyncDisposable?[] { _server, _store, _followed })
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        Uri site = await StartAsync();
        string id = await ShowCommandTests.FindIdAsync(_followed!, "library");
        var address = new Uri(site, path.Replace("{id}", id, StringComparison.Ordinal));
        return await _client.GetAsync(address, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Sends bytes and reads the whole answer, without a client that would refuse or repair them.
    /// </summary>
    private static async Task<string> RawAsync(Uri site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes(request.Replace("\\xff", "\xff", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string IdOf(string feed) => FeedIdPattern().Match(feed).Groups["id"].Value;

    [GeneratedRegex("<id>(?<id>[^<]+)</id>")]
    private static partial Regex FeedIdPattern();

    private async Task<Uri> StartAsync(bool faultsAreExpected = false, Uri? publicUrl = null)
    {
        _followed = await FollowedSite.StartChangedAsync();
        _store = await Databases.OpenExistingAsync(
            new DatabaseAccess(_followed.Database), TestContext.Current.CancellationToken);
        _server = await SiteServer.StartAsync(
            await _store.OpenPagesAsync(TestContext.Current.CancellationToken),
            new SitePlace { Port = 0, PublicUrl = publicUrl },
            management: null,
            fault => Assert.True(faultsAreExpected, fault.ToString()),
            TestContext.Current.CancellationToken);
        return _server.Url;
    }
}
