using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsDiff.Settings;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

/// <summary>Registers the SQLite store with a container.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Registers one SQLite store under its four interfaces; registered ones stay.</summary>
    /// <remarks>The file is opened on first use, and closed with the container.</remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="path">The file; <c>:memory:</c> for a database that ends with the container.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSqliteVersionStore(
        this IServiceCollection services, string path, SqliteStoreOptions? options = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Add(services, name, _ => new SqliteVersionStore(path, options));
    }

    /// <summary>Registers one SQLite store with the settings of the host's configuration.</summary>
    /// <remarks>
    /// They are in the section <c>NewsDiff:Store</c>, or <c>NewsDiff:Trackers:NAME:Store</c> for a tracker with a name:
    /// <c>Path</c>, <c>Durability</c>, <c>BusyTimeout</c>, <c>Search</c> and <c>ReadOnly</c>. An unknown key or an
    /// unusable value stops the host from starting.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddConfiguredSqliteVersionStore(
        this IServiceCollection services,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(services.AddStoreSection(name), name, provider => StoreSection.Read(provider, name, Create));
    }

    private static SqliteVersionStore? Create(SettingsSection section)
    {
        (string? path, SqliteStoreOptions options) = SqliteStoreSettings.Read(section);
        if (string.IsNullOrWhiteSpace(path))
        {
            section.Refuse("Path", "is missing: it names the file of the database.");
            return null;
        }

        return new SqliteVersionStore(path, options);
    }

    private static IServiceCollection Add(
        IServiceCollection services, string? name, Func<IServiceProvider, SqliteVersionStore> create)
    {
        services.TryAddKeyedSingleton(name, (provider, _) => create(provider));
        services.TryAddKeyedSingleton<IVersionStore>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<IArticleCatalog>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<ISubscriptionStore>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<IVisitStore>(name, (provider, _) => Find(provider, name));
        return services;
    }

    private static SqliteVersionStore Find(IServiceProvider provider, string? name) => name is null
        ? provider.GetRequiredService<SqliteVersionStore>()
        : provider.GetRequiredKeyedService<SqliteVersionStore>(name);
}
