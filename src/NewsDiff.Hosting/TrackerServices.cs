using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsDiff.Hosting;

/// <summary>The services of one tracker: keyed by its name, or unkeyed if it has none.</summary>
internal sealed class TrackerServices(IServiceProvider provider, string? name)
{
    /// <summary>The services that all trackers share, such as the clock.</summary>
    public IServiceProvider Shared => provider;

    public string? Name => name;

    public NewsDiffHostOptions Options =>
        provider.GetRequiredService<IOptionsMonitor<NewsDiffHostOptions>>().Get(
            name ?? Microsoft.Extensions.Options.Options.DefaultName);

    public T? Find<T>()
        where T : class => name is null ? provider.GetService<T>() : provider.GetKeyedService<T>(name);

    public T Get<T>()
        where T : class => name is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(name);

    public IEnumerable<T> GetAll<T>() =>
        name is null ? provider.GetServices<T>() : provider.GetKeyedServices<T>(name);
}
