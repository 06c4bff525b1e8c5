using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewsDiff.Settings;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Registers the PostgreSQL store with a container.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Registers one PostgreSQL store under its four interfaces; registered ones stay.</summary>
    /// <remarks>
    /// It connects on first use, and closes its connections with the container. The container's
    /// <see cref="TimeProvider"/>, if any, times the waits between retries.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="connectionString">
    /// The connection string, as Npgsql reads it: <c>Host=…;Database=…;Username=…</c>.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPostgreSqlVersionStore(
        this IServiceCollection services, string connectionString, PostgreSqlStoreOptions? options = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return Add(services, name, provider => Create(provider, connectionString, options));
    }

    /// <summary>Registers one PostgreSQL store over the host's data source.</summary>
    /// <remarks>The data source is not disposed.</remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="dataSource">The database.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPostgreSqlVersionStore(
        this IServiceCollection services, NpgsqlDataSource dataSource, PostgreSqlStoreOptions? options = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        return services.AddPostgreSqlVersionStore(_ => dataSource, options, name);
    }

    /// <summary>Registers one PostgreSQL store over a data source from the container.</summary>
    /// <remarks>The data source is not disposed with the store.</remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="dataSource">Finds the data source when the store is first used.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddPostgreSqlVersionStore(provider => provider.GetRequiredService&lt;NpgsqlDataSource&gt;());
    /// </code>
    /// </example>
    public static IServiceCollection AddPostgreSqlVersionStore(
        this IServiceCollection services,
        Func<IServiceProvider, NpgsqlDataSource> dataSource,
        PostgreSqlStoreOptions? options = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        return Add(
            services, name, provider => new PostgreSqlVersionStore(
                dataSource(provider), WithLog(provider, options), ClockOf(provider)));
    }

    /// <summary>Registers one PostgreSQL store with the settings of the host's configuration.</summary>
    /// <remarks>
    /// They are in the section <c>NewsDiff:Store</c>, or <c>NewsDiff:Trackers:NAME:Store</c> for a tracker with a name:
    /// <c>ConnectionString</c>, <c>Schema</c>, <c>Search</c>, <c>ReadOnly</c> and <c>RetryFor</c>. An unknown key or an
    /// unusable value stops the host from starting.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The key of the tracker; null for the tracker without a name.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddConfiguredPostgreSqlVersionStore(
        this IServiceCollection services,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(
            services.AddStoreSection(name),
            name,
            provider => StoreSection.Read(provider, name, section => Create(provider, section)));
    }

    private static PostgreSqlVersionStore? Create(IServiceProvider provider, SettingsSection section)
    {
        PostgreSqlVersionStore? store = null;
        PostgreSqlStoreOptions options = PostgreSqlStoreSettings.Read(section);

        // Npgsql refuses with an ArgumentException what it does not understand.
        section.Secret("ConnectionString", value => store = Create(provider, value, options));
        if (!section.Has("ConnectionString"))
        {
            section.Refuse("ConnectionString", "is missing: it names the database.");
        }

        return store;
    }

    private static PostgreSqlVersionStore Create(
        IServiceProvider provider, string connectionString, PostgreSqlStoreOptions? options) =>
        new(connectionString, WithLog(provider, options), ClockOf(provider));

    private static PostgreSqlStoreOptions WithLog(IServiceProvider provider, PostgreSqlStoreOptions? options)
    {
        options ??= new PostgreSqlStoreOptions();
        return options with { LoggerFactory = options.LoggerFactory ?? provider.GetService<ILoggerFactory>() };
    }

    private static TimeProvider ClockOf(IServiceProvider provider) =>
        provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static IServiceCollection Add(
        IServiceCollection services, string? name, Func<IServiceProvider, PostgreSqlVersionStore> create)
    {
        services.TryAddKeyedSingleton(name, (provider, _) => create(provider));
        services.TryAddKeyedSingleton<IVersionStore>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<IArticleCatalog>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<ISubscriptionStore>(name, (provider, _) => Find(provider, name));
        services.TryAddKeyedSingleton<IVisitStore>(name, (provider, _) => Find(provider, name));
        return services;
    }

    private static PostgreSqlVersionStore Find(IServiceProvider provider, string? name) => name is null
        ? provider.GetRequiredService<PostgreSqlVersionStore>()
        : provider.GetRequiredKeyedService<PostgreSqlVersionStore>(name);
}
