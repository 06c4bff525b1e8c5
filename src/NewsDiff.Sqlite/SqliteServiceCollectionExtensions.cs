using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

/// <summary>Registers the SQLite store with a container.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Registers one SQLite store under its four interfaces, except where one is registered already.</summary>
    /// <remarks>The file is opened when the store is first used, and closed with the container.</remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="path">The file; <c>:memory:</c> for a database that is gone with the container.</param>
    /// <param name="options">How to use the file; null means the defaults.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSqliteVersionStore(
        this IServiceCollection services, string path, SqliteStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        services.TryAddSingleton(_ => new SqliteVersionStore(path, options));
        services.TryAddSingleton<IVersionStore>(provider => provider.GetRequiredService<SqliteVersionStore>());
        services.TryAddSingleton<IArticleCatalog>(provider => provider.GetRequiredService<SqliteVersionStore>());
        services.TryAddSingleton<ISubscriptionStore>(provider => provider.GetRequiredService<SqliteVersionStore>());
        services.TryAddSingleton<IVisitStore>(provider => provider.GetRequiredService<SqliteVersionStore>());
        return services;
    }
}
