using System.Net;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Tests;

public sealed class ServeTests : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private FollowedSite? _followed;
    private NewsStore? _store;
    private SiteServer? _server;

    [Theory]
    [InlineData("", "Library to stay open longer")]
    [InlineData("articles/{id}", "less than a minute later")]
    [InlineData("articles/{id}/diff/1/2", "<ins")]
    [InlineData("articles/{id}/versions/1", "About 300 readers")]
    [InlineData("feeds", "Town News")]
    [InlineData("changes.atom", "<feed")]
    [InlineData("changes.rss", "<rss")]
    [InlineData("articles/{id}/changes.atom", "<entry")]
    [InlineData("articles/{id}/changes.rss", "<item")]
    [InlineData("newsdiff.css", "{")]
    [InlineData("health", "ok")]
    public async Task Every_page_is_served(string path, string sign)
    {
        HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sign, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("articles/0000")]
    [InlineData("articles/{id}/diff/1/9")]
    [InlineData("articles/{id}/diff/1/1")]
    [InlineData("articles/{id}/versions/9")]
    [InlineData("articles/{id}/versions/99999999999")]
    [InlineData("articles/0000/changes.atom")]
    public async Task What_is_not_there_is_a_404_page(string path)
    {
        HttpResponseMessage answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<title>Not found", page, StringComparison.Ordinal);
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
    }

    [Fact]
    public async Task A_request_under_a_foreign_name_is_refused()
    {
        Uri site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, site);
        request.Headers.Host = "attacker.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
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

    private async Task<Uri> StartAsync()
    {
        _followed = await FollowedSite.StartChangedAsync();
        _store = await Databases.OpenExistingAsync(_followed.Database, TestContext.Current.CancellationToken);
        _server = await SiteServer.StartAsync(
            _store, port: 0, fault => Assert.Fail(fault.ToString()), TestContext.Current.CancellationToken);
        return _server.Url;
    }
}
