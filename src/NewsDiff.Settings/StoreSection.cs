using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsDiff.Settings;

/// <summary>The configuration section of a store's settings.</summary>
internal static class StoreSection
{
    /// <summary>Tells the host that a store reads its section, by registering the section's path.</summary>
    public static IServiceCollection AddStoreSection(this IServiceCollection services, string? name)
    {
        string path = PathOf(name);
        services.TryAddKeyedSingleton(path, (provider, _) => Find(provider, path));
        return services;
    }

    /// <summary>Makes a store from its settings.</summary>
    /// <exception cref="InvalidOperationException">They are missing or unusable.</exception>
    public static T Read<T>(IServiceProvider provider, string? name, Func<SettingsSection, T?> create)
        where T : class, IDisposable
    {
        List<string> faults = [];
        var section = new SettingsSection(Find(provider, PathOf(name)), faults);
        T? store = create(section);
        section.End();
        if (store is not null && faults.Count == 0)
        {
            return store;
        }

        store?.Dispose();
        throw new InvalidOperationException(string.Join(" ", faults));
    }

    private static string PathOf(string? name) => name is null ? "NewsDiff:Store" : $"NewsDiff:Trackers:{name}:Store";

    private static IConfigurationSection Find(IServiceProvider provider, string path) =>
        provider.GetRequiredService<IConfiguration>().GetSection(path);
}
