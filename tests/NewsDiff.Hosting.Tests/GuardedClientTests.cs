using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting.Tests;

/// <summary>
/// What a host does to its HTTP clients must neither multiply requests nor take the address guard away.
/// </summary>
public sealed class GuardedClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_s_retries_and_headers_do_not_reach_the_sites()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapStatus("/story", 503);
        IServiceCollection services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client
            .AddHttpMessageHandler(static () => new RetryingHandler())
            .ConfigureHttpClient(static http => http.DefaultRequestHeaders.Add("X-Key", "s3cret")));
        services.AddSingleton(new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority] });
        await using ServiceProvider provider = services.AddNewsDiff().BuildServiceProvider();

        FetchResult result = await provider.GetRequiredService<IArticleFetcher>().FetchAsync(
            new FetchRequest { Url = site.Url("/story") }, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (HttpStatusCode?)result.HttpStatusCode);
        Assert.Single(site.RequestsFor("/story"));
        Assert.DoesNotContain(site.Requests, request => request.Headers.ContainsKey("X-Key"));
    }

    [Fact]
    public async Task Another_primary_handler_does_not_take_the_guard_away()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        IServiceCollection services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(
            client => client.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()));
        await using ServiceProvider provider = services.AddNewsDiff().BuildServiceProvider();

        FetchResult page = await provider.GetRequiredService<IArticleFetcher>().FetchAsync(
            new FetchRequest { Url = site.Url("/story") }, Token);
        FeedResult feed = await provider.GetRequiredService<IFeedFetcher>().FetchAsync(
            new FeedRequest { Url = site.Url("/feed") }, Token);

        Assert.Equal((FetchStatus.Refused, FetchStatus.Refused), (page.Status, feed.Status));
        Assert.Empty(site.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fetcher_that_is_a_typed_client_stops_the_host(bool isFirst)
    {
        static void AddTyped(IServiceCollection services)
        {
            services.AddHttpClient<IArticleFetcher, HttpArticleFetcher>();
            services.AddHttpClient<IFeedFetcher, HttpFeedFetcher>("feeds");
        }

        Exception refusal = await ConfiguredHost.RefusalAsync(ConfiguredHost.Configuration(), services =>
        {
            _ = isFirst ? services : services.AddNewsDiff();
            AddTyped(services);
            _ = isFirst ? services.AddNewsDiff() : services;
        });

        Assert.Contains("IArticleFetcher is registered as a typed client", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NewsDiffHttp.CreateHandler", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fetcher_that_a_host_builds_itself_is_used()
    {
        using var own = new HttpArticleFetcher();
        using ServiceProvider provider = new ServiceCollection()
            .AddHttpClient().AddSingleton<IArticleFetcher>(own).AddNewsDiff().BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<ArticleTracker>());
        Assert.Same(own, provider.GetRequiredService<IArticleFetcher>());
    }

    [Fact]
    public async Task A_client_that_a_host_builds_itself_is_what_both_fetchers_visit_with_and_stays_open()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/story", "<p>Nothing much.", "text/html");
        using var own = new PoliteClient(
            new HttpFetchOptions
            {
                AllowedPrivateHosts = [site.BaseUrl.Authority],
                MinGap = TimeSpan.Zero,
                UserAgent = "Own/1.0",
            },
            new SitePoliteness());
        await using (ServiceProvider provider =
            new ServiceCollection().AddSingleton(own).AddNewsDiff().BuildServiceProvider())
        {
            await provider.GetRequiredService<IArticleFetcher>().FetchAsync(
                new FetchRequest { Url = site.Url("/story") }, Token);
            await provider.GetRequiredService<IFeedFetcher>().FetchAsync(
                new FeedRequest { Url = site.Url("/story") }, Token);
        }

        await own.GetAsync(site.Url("/story"), cancellationToken: Token);

        Assert.Equal(
            ["/robots.txt", "/story", "/story", "/story"], site.Requests.Select(static request => request.Path));
        Assert.All(site.Requests, static request => Assert.Equal("Own/1.0", request.Headers["User-Agent"]));
    }

    [Fact]
    public async Task A_polite_client_that_is_a_typed_client_stops_the_host()
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(ConfiguredHost.Configuration(), static services =>
        {
            services.AddHttpClient<PoliteClient>();
            services.AddNewsDiff();
        });

        Assert.Contains("PoliteClient is registered as a typed client", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class RetryingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            for (int attempt = 1; attempt < 4 && response.StatusCode == HttpStatusCode.ServiceUnavailable; attempt++)
            {
                response.Dispose();
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
    }
}
