using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
    /// <summary>Registers an <see cref="ArticleTracker"/> and runs it in the background of the host.</summary>
    /// <remarks>
    /// <para> Everything can be replaced, before or after: register your own <see cref="IVersionStore"/>,
    /// <see cref="IArticleFetcher"/>, <see cref="IFeedFetcher"/>, <see cref="IArticleExtractor"/>,
    /// <see cref="TrackerOptions"/>, <see cref="HttpFetchOptions"/>, <see cref="PoliteClient"/> or
    /// <see cref="TimeProvider"/>. Without a store, versions are kept in memory. Every <see cref="IExchangeRecorder"/>
    /// that is registered receives the servers' answers; <c>NewsDiff.Archives</c> keeps them.
    /// </para>
    /// <para>
    /// If a host registers its own <see cref="HttpFetchOptions"/> without a contact, they get the configured one. The
    /// fetchers use a guarded client of their own: what a host sets for the clients of <c>IHttpClientFactory</c> does
    /// not affect it. They share turns, holds and robots.txt with all processes on the same store, if it is an
    /// <see cref="ISiteStore"/>.
    /// </para>
    /// <para>Each <see cref="IArticleChangeHandler"/> that is registered is called for every change.</para>
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets options in code, after the configuration; null for none.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddNewsDiff(options => options.Feeds.Add(new Uri("https://example.org/feed")));
    /// builder.Services.AddSqliteVersionStore("news.db");
    /// builder.Services.AddSingleton&lt;IArticleChangeHandler, PostToChat&gt;();
    /// </code>
    /// </example>
    public static IServiceCollection AddNewsDiff(
        this IServiceCollection services,
        Action<NewsDiffHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return AddTracker(services, name: null, configure);
    }

    /// <summary>Registers one of several trackers under a name, and runs it in the background.</summary>
    /// <remarks>
    /// Its store, fetchers, options, handlers and health check are keyed services with its name as the key; those
    /// without a key are not used. The clock, the extractor and what is known about the sites
    /// (<see cref="SitePoliteness"/>) are shared, so that no site is asked twice at once. Its settings are in the
    /// section <c>NewsDiff:Trackers:NAME</c>.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The tracker's name, which is the key of its services.</param>
    /// <param name="configure">Sets options in code, after the configuration; null for none.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddNewsDiff("sports", options => options.Feeds.Add(new Uri("https://example.org/sports")));
    /// builder.Services.AddSqliteVersionStore("sports.db", name: "sports");
    /// builder.Services.AddKeyedSingleton&lt;IArticleChangeHandler, PostToChat&gt;("sports");
    /// </code>
    /// </example>
    public static IServiceCollection AddNewsDiff(
        this IServiceCollection services, string name, Action<NewsDiffHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return AddTracker(services, name, configure);
    }

    private static IServiceCollection AddTracker(
        IServiceCollection services, string? name, Action<NewsDiffHostOptions>? configure)
    {
        AddOptions(services, name, configure);
        AddFetchers(services, name);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(
            name, static (provider, _) => new TrackerPulse(provider.GetRequiredService<TimeProvider>()));
        services.TryAddKeyedSingleton(name, (provider, _) =>
        {
            TypedClients.Refuse(services);
            UnusedArchives.Refuse(services);
            return CreateTracker(new TrackerServices(provider, name));
        });
        AddHealthChecks(services, name);
        var marker = new TrackerName(name);
        if (!services.Any(service => !service.IsKeyedService && marker.Equals(service.ImplementationInstance)))
        {
            services.AddSingleton(marker);
            services.AddKeyedSingleton(
                name, (provider, _) => new BackgroundTracker(new TrackerServices(provider, name)));
            services.AddSingleton<IHostedService>(
                provider => new TrackerServices(provider, name).Get<BackgroundTracker>());
        }

        return services;
    }

    private static void AddHealthChecks(IServiceCollection services, string? name)
    {
        services.TryAddKeyedSingleton(name, (provider, _) =>
        {
            var own = new TrackerServices(provider, name);
            return new TrackerHealthCheck(own.Get<TrackerPulse>(), own.Options);
        });
        services.TryAddKeyedSingleton(name, (provider, _) =>
            new StoreHealthCheck(new TrackerServices(provider, name).Get<ArticleTracker>()));
        services.TryAddKeyedSingleton(name, (provider, _) => new FeedHealthCheck(
            new TrackerServices(provider, name).Get<ArticleTracker>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddOptions(IServiceCollection services, string? name, Action<NewsDiffHostOptions>? configure)
    {
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<NewsDiffHostOptions>, NewsDiffHostOptionsValidator>());
        services.AddOptions<NewsDiffHostOptions>(name)
            .Configure<IServiceProvider>((options, provider) => HostSettings.Apply(provider, name, options))
            .Configure(configure ?? (static _ => { }))
            .ValidateOnStart();
    }

    private static void AddFetchers(IServiceCollection services, string? name)
    {
        services.TryAddSingleton(static provider => new SitePoliteness(provider.GetRequiredService<TimeProvider>()));
        services.TryAddKeyedSingleton(name, (provider, _) => new TrackerServices(provider, name).Options.Fetch);
        services.TryAddKeyedSingleton(name, (provider, _) =>
            new GuardedClient(CreateHandler(provider, EffectiveOptions.Fetch(new TrackerServices(provider, name)))));
        services.TryAddKeyedSingleton(name, (provider, _) =>
        {
            var own = new TrackerServices(provider, name);
            return new PoliteClient(
                own.Get<GuardedClient>().Http,
                EffectiveOptions.Fetch(own),
                PolitenessOf(own),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILoggerFactory>());
        });
        services.TryAddKeyedSingleton<IArticleFetcher>(name, (provider, _) =>
        {
            var own = new TrackerServices(provider, name);
            return new HttpArticleFetcher(own.Get<PoliteClient>(), EffectiveOptions.Extractor(own));
        });
        services.TryAddKeyedSingleton<IFeedFetcher>(name, (provider, _) =>
            new HttpFeedFetcher(new TrackerServices(provider, name).Get<PoliteClient>()));
    }

    /// <summary>What is known about the sites; processes on one store share it, if the store allows that.</summary>
    private static SitePoliteness PolitenessOf(TrackerServices own)
    {
        SitePoliteness politeness = own.Shared.GetRequiredService<SitePoliteness>();
        ISiteStore? sites = own.Find<ISiteStore>() ?? own.Find<IVisitStore>() as ISiteStore
            ?? own.Find<IVersionStore>() as ISiteStore;
        return sites is null or InMemoryVersionStore
            ? politeness
            : politeness.Over(sites, own.Shared.GetService<ILogger<SitePoliteness>>());
    }

    /// <summary>The guarded handler, wrapped in the handlers of the registered recorders.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns the handlers.")]
    private static HttpMessageHandler CreateHandler(IServiceProvider provider, HttpFetchOptions options)
    {
        HttpMessageHandler network = NewsDiffHttp.CreateHandler(options);
        return provider.GetServices<IExchangeRecorder>().Aggregate(
            network, static (inner, recorder) => recorder.Wrap(inner));
    }

    /// <summary>Looks the store up late, so that a store added after this call is found.</summary>
    private static ArticleTracker CreateTracker(TrackerServices services)
    {
        TrackerOptions options = EffectiveOptions.Tracker(services);
        var stores = new StoreParts(services, options);
        stores.RefuseSplit();
        return new ArticleTracker(
            services.Get<IArticleFetcher>(),
            services.Get<IFeedFetcher>(),
            stores.Versions ?? new InMemoryVersionStore(),
            options with
            {
                Politeness = options.Politeness ?? services.Shared.GetService<SitePoliteness>(),
                Catalog = stores.Catalog,
                Visits = stores.Visits,
                Subscriptions = stores.Subscriptions,
                NamedFeeds = [.. options.NamedFeeds, .. services.Options.Feeds],
            },
            services.Shared.GetRequiredService<TimeProvider>(),
            services.Shared.GetService<ILogger<ArticleTracker>>());
    }
}
