using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Hosting;
using NewsDiff.Notifications;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Web;

/// <summary>Notifies people of changes, as a host with the same settings does.</summary>
/// <remarks>
/// It is such a host, except that its passes visit nothing: a command makes the visits. It also notifies people of
/// events from other processes on the database.
/// </remarks>
internal sealed class Notifier : IAsyncDisposable
{
    private readonly EmptyPass _pass = new();
    private readonly Screen _screen;
    private readonly ServiceProvider? _services;
    private readonly List<IHostedService> _started = [];

    internal Notifier(ToolSettings settings, NewsStore store, Screen screen, TimeProvider clock)
    {
        _screen = screen;
        if (settings.HasNotifications)
        {
            _services = CreateServices(settings, store, clock);
        }
    }

    /// <summary>Starts, and returns when all further events will be notified.</summary>
    internal async Task StartAsync(CancellationToken stop)
    {
        if (_services is null)
        {
            return;
        }

        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(stop).ConfigureAwait(false);
            _started.Add(service);
        }

        await _pass.Begun.WaitAsync(stop).ConfigureAwait(false);
        IEnumerable<string> names = _services.GetServices<IArticleHandlerSource>()
            .SelectMany(static source => source.GetHandlers())
            .Select(static handler => handler.Name[(handler.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        _screen.Say($"Changes are sent to: {string.Join(", ", names)}.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _started)
        {
            await service.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (_services is not null)
        {
            await _services.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ServiceProvider CreateServices(ToolSettings settings, NewsStore store, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings.Configuration);
        services.AddKeyedSingleton(
            ConfigKeys.StoreSection, settings.Configuration.GetSection(ConfigKeys.StoreSection));
        services.AddSingleton(clock);
        services.AddSingleton(store.Versions);
        services.AddSingleton(store.Articles);
        services.AddSingleton(store.Feeds);
        services.AddSingleton(store.Visits);
        services.AddSingleton<ITrackerPass>(_pass);
        services.AddLogging(logging => logging.AddProvider(new ScreenLog(_screen)));

        // The command itself follows the feeds, and reports it.
        services.AddNewsDiff(static options => options.Feeds.Clear());
        services.AddNewsDiffNotifications();
        return services.BuildServiceProvider();
    }
}
