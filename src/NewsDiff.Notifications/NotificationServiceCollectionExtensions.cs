using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsDiff.Hosting;

namespace NewsDiff.Notifications;

/// <summary>Registers notifications with a container.</summary>
public static class NotificationServiceCollectionExtensions
{
    /// <summary>Tells people about changes, through channels from the configuration and from code.</summary>
    /// <remarks>
    /// The settings are in the section <c>NewsDiff:Notifications</c>, or <c>NewsDiff:Trackers:NAME:Notifications</c>
    /// for a tracker with a name. After a restart, each channel continues where it stopped: no event is lost, and a
    /// repeated notification has the same id. A new channel begins with events after its first start. Comparing,
    /// importing and reading again send no notification. An unknown key or an unusable value stops the host from
    /// starting.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Adds channels in code, after the configuration; null for none.</param>
    /// <param name="name">The tracker's name; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddNewsDiff(options => options.Feeds.Add(new Uri("https://example.org/feed")));
    /// builder.Services.AddSqliteVersionStore("news.db");
    /// builder.Services.AddNewsDiffNotifications(options => options.AddWebhook(
    ///     new WebhookOptions { Name = "chat", Url = new Uri("https://example.org/hook"), Shape = WebhookShape.Slack },
    ///     new NotificationFilter { MinSignificance = 50 }));
    /// </code>
    /// </example>
    public static IServiceCollection AddNewsDiffNotifications(
        this IServiceCollection services, Action<NotificationOptions>? configure = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        string path = NotificationSettings.PathOf(name);
        services.TryAddKeyedSingleton(
            path, (provider, _) => provider.GetRequiredService<IConfiguration>().GetSection(path));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<NotificationOptions>, NotificationOptionsValidator>());
        services.AddOptions<NotificationOptions>(name)
            .Configure<IServiceProvider>((options, provider) => NotificationSettings.Apply(provider, path, options))
            .Configure(configure ?? (static _ => { }))
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton<IArticleHandlerSource>(name, (provider, _) => new ChannelHandlers(
            provider.GetRequiredService<IOptionsMonitor<NotificationOptions>>().Get(name ?? Options.DefaultName),
            (name is null
                ? provider.GetRequiredService<ArticleTracker>()
                : provider.GetRequiredKeyedService<ArticleTracker>(name)).Store,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger("NewsDiff.Notifications") ?? NullLogger.Instance));
        return services;
    }
}
