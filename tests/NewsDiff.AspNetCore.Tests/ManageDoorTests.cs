using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>Who sees that there is managing.</summary>
public sealed class ManageDoorTests
{
    private const string Link = "href=\"/news/manage\"";
    private static readonly string[] Pages =
        ["", "articles", "feeds", "sources", "none", "articles/{id}", "articles/{id}/diff/1/2"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_those_whom_the_policy_lets_in_see_the_way_to_managing()
    {
        await using MappedSite site = await StartAsync();
        string id = await site.AddChangedAsync();

        foreach (string path in Pages.Select(page => $"/news/{page.Replace("{id}", id, StringComparison.Ordinal)}"))
        {
            (string open, EntityTagHeaderValue? tag, _) = await GetAsync(site, path, user: null);
            (string ada, EntityTagHeaderValue? other, CacheControlHeaderValue cache) =
                await GetAsync(site, path, "ada");
            (string bob, _, _) = await GetAsync(site, path, "bob");
            (string again, _, _) = await GetAsync(site, path, user: null);

            Assert.Contains(Link, ada, StringComparison.Ordinal);
            Assert.All([open, bob, again], page => Assert.DoesNotContain("anage", page, StringComparison.Ordinal));
            Assert.True(tag is null || tag != other, path);
            Assert.True(cache.Private || cache.NoStore, path);
            Assert.False(cache.Public, path);
        }
    }

    [Fact]
    public async Task A_tag_of_one_reader_is_no_answer_for_another()
    {
        await using MappedSite site = await StartAsync();
        await site.AddChangedAsync();
        (_, EntityTagHeaderValue? tag, _) = await GetAsync(site, "/news/", "ada");

        (string open, _, _) = await GetAsync(site, "/news/", user: null, known: tag);
        (string same, _, _) = await GetAsync(site, "/news/", "ada", known: tag);

        Assert.Contains("library", open, StringComparison.Ordinal);
        Assert.DoesNotContain("anage", open, StringComparison.Ordinal);
        Assert.Empty(same);
    }

    // The host's own policy keeps everything for everybody, which is what the default one would not do.
    [Fact]
    public async Task A_host_that_keeps_all_answers_keeps_none_of_a_manager()
    {
        await using MappedSite site = await StartAsync(isCached: true);
        await site.AddChangedAsync();

        (string ada, _, _) = await GetAsync(site, "/news/feeds", "ada");
        (string open, _, _) = await GetAsync(site, "/news/feeds", user: null);
        (string later, _, _) = await GetAsync(site, "/news/feeds", "ada");

        Assert.Contains(Link, ada, StringComparison.Ordinal);
        Assert.DoesNotContain("anage", open, StringComparison.Ordinal);
        Assert.DoesNotContain("anage", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_name_that_may_not_manage_there_is_no_way_to_it()
    {
        await using MappedSite site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/news/feeds", UriKind.Relative));
        request.Headers.Host = "news.example";
        request.Headers.Add("X-User", "ada");

        using HttpResponseMessage answer = await site.Client.SendAsync(request, Stop);

        Assert.DoesNotContain("anage", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task<(string Body, EntityTagHeaderValue? Tag, CacheControlHeaderValue Cache)> GetAsync(
        MappedSite site, string path, string? user, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        using HttpResponseMessage answer = await site.Client.SendAsync(request, Stop);
        return (await answer.Content.ReadAsStringAsync(Stop), answer.Headers.ETag, answer.Headers.CacheControl!);
    }

    private static Task<MappedSite> StartAsync(bool isCached = false) => MappedSite.StartAsync(
        app =>
        {
            app.Use((http, next) =>
            {
                if (http.Request.Headers["X-User"] is [{ } name])
                {
                    http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "header"));
                }

                return next(http);
            });
            app.UseRouting();
            app.UseAuthorization();
            if (isCached)
            {
                app.UseOutputCache();
            }

            IEndpointConventionBuilder site = app.MapNewsDiff(
                "/news", new NewsDiffSiteOptions { ManagePolicy = ManagedSite.Policy });
            _ = isCached ? site.CacheOutput(policy => policy.AddPolicy<KeepsEverything>(), true) : site;
        },
        services =>
        {
            services.AddAntiforgery();
            services.AddOutputCache();
            services.AddAuthorizationBuilder().AddPolicy(ManagedSite.Policy, policy => policy.RequireUserName("ada"));
            var web = new PoliteClient(new HttpFetchOptions());
            services.AddSingleton(web);
            services.AddSingleton(provider => new ArticleTracker(
                new HttpArticleFetcher(web), new HttpFeedFetcher(web), provider.GetRequiredService<IVersionStore>()));
        });

    private sealed class KeepsEverything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage) = (true, true, true);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
            ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) =>
            ValueTask.CompletedTask;
    }
}
