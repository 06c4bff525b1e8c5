using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Pages;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>Answers that are kept, over a database that another store writes to.</summary>
public sealed class KeptPagesTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IAsyncDisposable> _opened = [];
    private SqliteVersionStore _served = null!;
    private SqliteVersionStore _other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _served = await OpenAsync();
        _other = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable opened in Enumerable.Reverse(_opened))
        {
            await opened.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/{id}")]
    [InlineData("/changes.atom")]
    [InlineData("/articles/{id}/changes.json")]
    [InlineData("/api/changes")]
    [InlineData("/api/articles/{id}")]
    public async Task What_another_process_writes_is_in_the_next_answer(string address)
    {
        string id = await AddAsync("a");
        MappedSite site = await StartAsync();
        string path = address.Replace("{id}", id, StringComparison.Ordinal);
        EntityTagHeaderValue tag = await TagOfAsync(site, path);
        Assert.Equal(tag, await TagOfAsync(site, path));

        await _other.AppendAsync(Drafts.Of(id, "three", seenAt: Drafts.Noon.AddHours(2)), Stop);

        Assert.NotEqual(tag, await TagOfAsync(site, path));
    }

    [Fact]
    public async Task What_another_process_took_down_is_gone_at_once()
    {
        string id = await AddAsync("a");
        MappedSite site = await StartAsync();
        string[] paths =
        [
            $"/articles/{id}", $"/articles/{id}/versions/1", $"/articles/{id}/diff/1/2",
            $"/api/articles/{id}/versions/1", "/", "/changes.json",
        ];
        foreach (string path in paths)
        {
            Assert.Contains("one", await site.ReadAsync(path), StringComparison.Ordinal);
        }

        await _other.HideAsync(
            new VersionQuery { ArticleId = id }, "Nobody may read it.", "desk", Drafts.Noon.AddHours(3), Stop);

        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);
            Assert.DoesNotContain(">one<", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.Equal(path.Contains(id, StringComparison.Ordinal), answer.StatusCode != HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_hosts_rules_hold_for_kept_answers_too()
    {
        await AddAsync("a");
        MappedSite site = await MappedSite.StartAsync(
            app =>
            {
                app.Use((http, next) => http.Request.Headers.ContainsKey("X-Reader")
                    ? next(http)
                    : http.Response.WriteAsync("Sign in.", http.RequestAborted));
                app.MapNewsDiff(options: Options());
            });
        _opened.Add(site);
        using var asReader = new HttpRequestMessage(HttpMethod.Get, "/");
        asReader.Headers.Add("X-Reader", "yes");
        using HttpResponseMessage answer = await site.Client.SendAsync(asReader, Stop);
        Assert.Contains("What was changed", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        Assert.Equal("Sign in.", await site.ReadAsync("/"));
    }

    [Fact]
    public async Task Each_name_and_path_of_the_site_gets_its_own_links()
    {
        await AddAsync("a");
        MappedSite site = await MappedSite.StartAsync(app =>
        {
            app.UsePathBase("/app");
            app.UseRouting();
            app.MapNewsDiff("/news", Options());
        });
        _opened.Add(site);

        Assert.Contains("href=\"/news/articles\"", await site.ReadAsync("/news"), StringComparison.Ordinal);
        Assert.Contains("href=\"/app/news/articles\"", await site.ReadAsync("/app/news"), StringComparison.Ordinal);
        string[] names = ["one.example", "two.example"];
        foreach (string name in names)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/news/changes.atom");
            request.Headers.Host = name;
            using HttpResponseMessage answer = await site.Client.SendAsync(request, Stop);
            string feed = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Contains($"http://{name}/news/", feed, StringComparison.Ordinal);
            Assert.DoesNotContain(names.Single(other => other != name), feed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_that_takes_compressed_answers_gets_them_and_keeps_them_by_their_tag()
    {
        await AddAsync("a");
        MappedSite site = await StartAsync();
        using HttpResponseMessage plain = await site.Client.GetAsync("/", Stop);
        using HttpRequestMessage request = new(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using HttpResponseMessage compressed = await site.Client.SendAsync(request, Stop);
        using HttpRequestMessage again = new(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip, br" } } };
        again.Headers.IfNoneMatch.Add(compressed.Headers.ETag!);
        using HttpResponseMessage known = await site.Client.SendAsync(again, Stop);

        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.All(
            [plain, compressed, known], answer => Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single()));
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_plan_of_another_process_is_shown_within_half_a_minute()
    {
        string id = await AddAsync("a");
        var clock = new ManualTimeProvider();
        MappedSite site = await MappedSite.StartAsync(
            app => app.MapNewsDiff(options: Options()), services => services.AddSingleton<TimeProvider>(clock));
        _opened.Add(site);
        await site.ReadAsync($"/articles/{id}");
        await _other.SaveVisitAsync(
            new Visit
            {
                Kind = VisitKind.Article,
                Target = id,
                Url = new Uri("https://news.example/a"),
                DueAt = new DateTimeOffset(2027, 2, 3, 4, 5, 0, TimeSpan.Zero),
            },
            Stop);
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Contains("3 Feb 2027, 04:05", await site.ReadAsync($"/articles/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_drawn_once_and_not_compressed_again()
    {
        string path = $"/articles/{await AddAsync("a")}/diff/1/2/card.png";
        var pictures = new ScriptedPictures();
        MappedSite site = await MappedSite.StartAsync(
            app => app.MapNewsDiff(options: Options() with { Pictures = pictures }));
        _opened.Add(site);
        for (int i = 0; i < 3; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
            using HttpResponseMessage answer = await site.Client.SendAsync(request, Stop);

            Assert.Empty(answer.Content.Headers.ContentEncoding);
            Assert.Equal(5000, answer.Content.Headers.ContentLength);
        }

        Assert.Equal(1, pictures.Drawn);
    }

    [Fact]
    public async Task A_site_that_keeps_nothing_makes_each_answer_anew()
    {
        await AddAsync("a");
        MappedSite site = await MappedSite.StartAsync(
            app => app.MapNewsDiff(options: Options() with { MaxCacheBytes = 0 }));
        _opened.Add(site);
        using HttpRequestMessage request = new(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "br" } } };
        using HttpResponseMessage answer = await site.Client.SendAsync(request, Stop);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.NotNull(answer.Headers.ETag);
    }

    private async Task<SqliteVersionStore> OpenAsync()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            _folder.File("news.db"), cancellationToken: Stop);
        _opened.Add(store);
        return store;
    }

    private NewsDiffSiteOptions Options() => new() { Source = new PageSource(_served, _served, _served) };

    private async Task<MappedSite> StartAsync()
    {
        MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff(options: Options()));
        _opened.Add(site);
        return site;
    }

    private async Task<string> AddAsync(string name)
    {
        string url = $"https://news.example/{name}";
        TrackedArticle article = await _other.RegisterAsync(
            new ArticleRegistration { Keys = [url], Url = new Uri(url), SeenAt = Drafts.Noon, Source = "town" }, Stop);
        await _other.AppendAsync(Drafts.Of(article.Id, "one", url: url), Stop);
        await _other.AppendAsync(Drafts.Of(article.Id, "two", seenAt: Drafts.Noon.AddHours(1), url: url), Stop);
        return article.Id;
    }

    private static async Task<EntityTagHeaderValue> TagOfAsync(MappedSite site, string path)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);
        return answer.Headers.ETag!;
    }
}
