using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

/// <summary>Registers the PostgreSQL store with a container.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Registers one PostgreSQL store under its four interfaces, except where one is registered already.</summary>
    /// <remarks>
    /// It connects when it is first used, and closes its connections with the container. The container's
    /// <see cref="TimeProvider"/>, when it has one, times the waits between retries.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="connectionString">The database, as Npgsql names it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPostgreSqlVersionStore(this IServiceCollection services, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        services.TryAddSingleton(provider => new PostgreSqlVersionStore(
            connectionString, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<IVersionStore>(provider => provider.GetRequiredService<PostgreSqlVersionStore>());
        services.TryAddSingleton<IArticleCatalog>(provider => provider.GetRequiredService<PostgreSqlVersionStore>());
        services.TryAddSingleton<ISubscriptionStore>(provider => provider.GetRequiredService<PostgreSqlVersionStore>());
        services.TryAddSingleton<IVisitStore>(provider => provider.GetRequiredService<PostgreSqlVersionStore>());
        return services;
    }
}
