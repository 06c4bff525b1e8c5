using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>Registers NewsDiff with a container.</summary>
public static class NewsDiffServiceCollectionExtensions
{
    /// <summary>The name of the HTTP client that fetches; configure it with <c>services.AddHttpClient(HttpClientName)</c>.</summary>
    public const string HttpClientName = "NewsDiff";

    /// <summary>Registers an <see cref="ArticleTracker"/> and runs it in the background of the host.</summary>
    /// <remarks>
    /// <para>
    /// Everything may be replaced, before or after: register your own <see cref="IVersionStore"/>, <see cref="IArticleFetcher"/>,
    /// <see cref="IFeedFetcher"/>, <see cref="IArticleExtractor"/>, <see cref="TrackerOptions"/>, <see cref="HttpFetchOptions"/> or
    /// <see cref="TimeProvider"/>. Without a store, versions are kept in memory. Every
    /// <see cref="IExchangeRecorder"/> that is registered sees what servers answer; <c>NewsDiff.Archives</c> keeps it.
    /// </para>
    /// <para>Each <see cref="IArticleChangeHandler"/> that is registered hears of every change.</para>
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets options in code, after those of the configuration; null for none.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddNewsDiff(options => options.Feeds.Add(new Uri("https://example.org/feed")));
    /// builder.Services.AddSqliteVersionStore("news.db");
    /// builder.Services.AddSingleton&lt;IArticleChangeHandler, PostToChat&gt;();
    /// </code>
    /// </example>
    public static IServiceCollection AddNewsDiff(this IServiceCollection services, Action<NewsDiffHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure);
        AddFetchers(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TrackerPulse>();
        services.TryAddSingleton(CreateTracker);
        services.TryAddSingleton(provider => new TrackerHealthCheck(
            provider.GetRequiredService<TrackerPulse>(), provider.GetRequiredService<IOptions<NewsDiffHostOptions>>()));
        services.AddHostedService<BackgroundTracker>();
        return services;
    }

    private static void AddOptions(IServiceCollection services, Action<NewsDiffHostOptions>? configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NewsDiffHostOptions>, NewsDiffHostOptionsValidator>());
        services.AddOptions<NewsDiffHostOptions>()
            .Configure<IServiceProvider>(static (options, provider) =>
                provider.GetService<IConfiguration>()?.GetSection(NewsDiffHostOptions.SectionName).Bind(options))
            .Configure(configure ?? (static _ => { }))
            .ValidateOnStart();
    }

    private static void AddFetchers(IServiceCollection services)
    {
        // The handler renews its connections itself, so the client may live as long as the fetchers do.
        services.AddHttpClient(HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(static provider => new HttpFetchOptions
        {
            Contact = provider.GetRequiredService<IOptions<NewsDiffHostOptions>>().Value.Contact,
        });
        services.TryAddSingleton(static provider => new HostPoliteness(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IArticleFetcher>(static provider => new HttpArticleFetcher(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<HttpFetchOptions>(),
            provider.GetService<IArticleExtractor>(),
            provider.GetRequiredService<HostPoliteness>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<HttpArticleFetcher>>()));
        services.TryAddSingleton<IFeedFetcher>(static provider => new HttpFeedFetcher(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<HttpFetchOptions>(),
            provider.GetRequiredService<HostPoliteness>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<HttpFeedFetcher>>()));
    }

    /// <summary>The guarded handler; around it, those of the registered recorders.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client's factory owns the handlers.")]
    private static HttpMessageHandler CreateHandler(IServiceProvider provider)
    {
        HttpMessageHandler network = NewsDiffHttp.CreateHandler(provider.GetRequiredService<HttpFetchOptions>());
        return provider.GetServices<IExchangeRecorder>().Aggregate(network, static (inner, recorder) => recorder.Wrap(inner));
    }

    /// <summary>The store is looked up, not registered, so that one that is added after this call is found too.</summary>
    private static ArticleTracker CreateTracker(IServiceProvider provider)
    {
        NewsDiffHostOptions host = provider.GetRequiredService<IOptions<NewsDiffHostOptions>>().Value;
        TrackerOptions options = provider.GetService<TrackerOptions>() ?? new TrackerOptions { MaxConcurrency = host.MaxConcurrency };
        return new ArticleTracker(
            provider.GetRequiredService<IArticleFetcher>(),
            provider.GetRequiredService<IFeedFetcher>(),
            provider.GetService<IVersionStore>() ?? new InMemoryVersionStore(),
            options with
            {
                Politeness = options.Politeness ?? provider.GetService<HostPoliteness>(),
                Catalog = options.Catalog ?? provider.GetService<IArticleCatalog>(),
                Visits = options.Visits ?? provider.GetService<IVisitStore>(),
                Subscriptions = options.Subscriptions ?? provider.GetService<ISubscriptionStore>(),
            },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<ArticleTracker>>());
    }
}
