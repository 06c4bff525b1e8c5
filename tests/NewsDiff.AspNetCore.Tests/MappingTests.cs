using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Tests;

public sealed class MappingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Places => new()
    {
        { "", "", "/" },
        { "/", "", "/" },
        { "/changes", "", "/changes/" },
        { "changes/of/the/news", "", "/changes/of/the/news/" },
        { "/changes/", "/app", "/app/changes/" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_link_of_every_page_leads_to_an_answer_wherever_the_site_is_mapped(
        string prefix, string pathBase, string home)
    {
        await using MappedSite site = await MappedSite.StartAsync(app =>
        {
            app.UsePathBase(pathBase);
            app.UseRouting();
            app.MapNewsDiff(prefix);
        });
        await site.AddChangedAsync();
        await site.AddAsync("https://news.example/bridge", "The bridge is open.");

        HashSet<string> seen = await CrawlAsync(site, home);

        Assert.All(seen, path => Assert.StartsWith(home, path, StringComparison.Ordinal));
        string[] ends = ["articles", "feeds", "search", "changes.atom", "changes.rss", "changes.json", "newsdiff.css"];
        Assert.All(ends, end => Assert.Contains(home + end, seen));
        Assert.Contains(seen, path => path.EndsWith("/diff/1/2/inline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_of_the_host_may_have_parameters()
    {
        await using MappedSite site = await MappedSite.StartAsync(
            app => app.MapGroup("/{tenant}/news").MapNewsDiff("changes"));
        await site.AddChangedAsync();

        HashSet<string> seen = await CrawlAsync(site, "/a%20b/news/changes/");

        Assert.All(seen, path => Assert.StartsWith("/a%20b/news/changes/", path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/changes/")]
    [InlineData("/changes/articles/")]
    public async Task A_slash_at_the_end_changes_no_link(string path)
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes"));

        Assert.Contains("href=\"/changes/newsdiff.css\"", await site.ReadAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/changes/none")]
    [InlineData("/changes/none/")]
    [InlineData("/changes/none//at//all")]
    [InlineData("/changes//none")]
    [InlineData("/changes/a%2Fb/none")]
    public async Task The_page_of_an_unknown_address_finds_its_styles(string path)
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes"));

        using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "href=\"/changes/newsdiff.css\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_address_stands_in_all_links()
    {
        var options = new NewsDiffSiteOptions { PublicUrl = new Uri("https://news.example.org/what/changed") };
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes", options));
        string id = await site.AddChangedAsync();

        string page = await site.ReadAsync("/changes");
        string feed = await site.ReadAsync("/changes/changes.atom");
        string list = await site.ReadAsync("/changes/api/changes");

        Assert.Contains($"href=\"/what/changed/articles/{id}\"", page, StringComparison.Ordinal);
        Assert.Contains(
            $"https://news.example.org/what/changed/articles/{id}/diff/1/2", feed, StringComparison.Ordinal);
        Assert.Contains(
            $"https://news.example.org/what/changed/articles/{id}/diff/1/2", list, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", feed + list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_the_host_hold_for_every_address()
    {
        await using MappedSite site = await MappedSite.StartAsync(
            app => app.MapNewsDiff("/changes").WithMetadata("the host's rule"));

        IReadOnlyList<Endpoint> endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.InRange(endpoints.Count, 20, 40);
        Assert.All(endpoints, endpoint => Assert.Contains("the host's rule", endpoint.Metadata));
    }

    [Fact]
    public async Task Below_its_prefix_an_unknown_address_has_a_page_and_elsewhere_it_is_the_hosts()
    {
        await using MappedSite site = await MappedSite.StartAsync(app =>
        {
            app.MapNewsDiff("/changes");
            app.MapFallback(() => Results.Text("the host's own", statusCode: 404));
        });

        string page = await BodyAsync("/changes/none/at/all");
        Assert.Contains("<title>Not found", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/changes/newsdiff.css\"", page, StringComparison.Ordinal);
        Assert.Equal("the host's own", await BodyAsync("/elsewhere"));

        async Task<string> BodyAsync(string path)
        {
            using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Stop);
        }
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/changes/changes.atom")]
    [InlineData("/changes/api/changes")]
    [InlineData("/changes/api/none")]
    public async Task Nothing_can_be_written(string path)
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes"));
        using var content = new StringContent("x");

        using HttpResponseMessage answer = await site.Client.PostAsync(path, content, Stop);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/changes/changes.atom")]
    [InlineData("/changes/newsdiff.css")]
    [InlineData("/changes/api/changes")]
    public async Task What_a_client_has_is_not_sent_again(string path)
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes"));
        await site.AddChangedAsync();
        using HttpResponseMessage first = await site.Client.GetAsync(path, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await site.Client.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_page_stops_scripts_and_every_answer_stops_guessing()
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/changes"));

        using HttpResponseMessage page = await site.Client.GetAsync("/changes", Stop);
        using HttpResponseMessage list = await site.Client.GetAsync("/changes/api/changes", Stop);

        Assert.Equal(
            PageRenderer.ContentSecurityPolicy, Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(list.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Without_a_store_the_start_says_what_to_register()
    {
        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => MappedSite.StartAsync(
                app => app.MapNewsDiff(options: new NewsDiffSiteOptions { TrackerName = "sports" })));

        Assert.Contains("'sports'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AddSqliteVersionStore", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_trackers_have_a_site_each()
    {
        var sports = new InMemoryVersionStore();
        await using MappedSite site = await MappedSite.StartAsync(
            app =>
            {
                app.MapNewsDiff("/changes");
                app.MapNewsDiff(
                    "/sports", new NewsDiffSiteOptions { TrackerName = "sports", SiteName = "Sports", HasApi = false });
            },
            services => services.AddKeyedSingleton<IVersionStore>("sports", sports));
        await site.AddChangedAsync();

        Assert.Contains("The library", await site.ReadAsync("/changes"), StringComparison.Ordinal);
        string page = await site.ReadAsync("/sports");
        Assert.DoesNotContain("The library", page, StringComparison.Ordinal);
        Assert.Contains("<title>Sports</title>", page, StringComparison.Ordinal);
        using HttpResponseMessage api = await site.Client.GetAsync("/sports/api/changes", Stop);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    /// <summary>Follows all links from a page on, and finds an answer at each.</summary>
    private static async Task<HashSet<string>> CrawlAsync(MappedSite site, string home)
    {
        HashSet<string> seen = [home];
        Queue<string> open = new([home]);
        while (open.TryDequeue(out string? path))
        {
            using HttpResponseMessage answer = await site.Client.GetAsync(path, Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            IDocument page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
            foreach (IElement link in page.QuerySelectorAll("a[href], link[href], form[action]"))
            {
                string target = (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Split('#')[0];
                if (target.StartsWith('/') && seen.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return [.. seen.Select(path => path.Split('?')[0])];
    }
}
