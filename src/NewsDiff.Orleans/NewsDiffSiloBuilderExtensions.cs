using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsDiff.Hosting;
using NewsDiff.Orleans.PostgreSql;

namespace NewsDiff.Orleans;

/// <summary>Runs NewsDiff in the silos of an Orleans cluster.</summary>
public static class NewsDiffSiloBuilderExtensions
{
    /// <summary>Registers a tracker whose sites are visited by grains of the cluster.</summary>
    /// <remarks>
    /// It does what <c>services.AddNewsDiff</c> does, with the same settings, services and handlers, but each site is
    /// visited by one grain, on the silo with the fewest. Every silo needs it, with the same options, over one shared
    /// store, such as <c>NewsDiff.PostgreSql</c>, whose leases still prevent double visits. The cluster needs a
    /// reminder service. <see cref="NewsDiffHostOptions.MaxConcurrency"/> is the number of sites that each silo visits
    /// at once.
    /// </remarks>
    /// <param name="builder">The silo's builder.</param>
    /// <param name="configure">Sets options in code, after the configuration; null for none.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddPostgreSqlVersionStore(connectionString);
    /// builder.UseOrleans(silo => silo.UsePostgreSqlCluster(connectionString).AddNewsDiff());
    /// </code>
    /// </example>
    public static ISiloBuilder AddNewsDiff(this ISiloBuilder builder, Action<NewsDiffHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddReminders();
        builder.Services.AddNewsDiff(configure);
        builder.Services.TryAddSingleton<SiteSlots>();
        builder.Services.TryAddSingleton<SiloOutcomes>();
        if (!builder.Services.Any(static service => service.ServiceType == typeof(SiloStart)))
        {
            builder.Services.AddSingleton<SiloStart>();
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
                static provider => provider.GetRequiredService<SiloStart>());
            builder.Services.AddSingleton<StoreWatch>();
            builder.Services.AddHostedService(static provider => provider.GetRequiredService<StoreWatch>());
        }

        builder.Services.TryAddSingleton<ITrackerPass, SiloPass>();
        return builder;
    }

    /// <summary>Lets silos find each other, and keep reminders, in a PostgreSQL database.</summary>
    /// <remarks>
    /// It makes the tables if they are missing. If the user lacks the right to do so, run <c>cluster.sql</c> from the
    /// sources of this package first. It may be the database of the store.
    /// </remarks>
    /// <param name="builder">The silo's builder.</param>
    /// <param name="connectionString">The connection string, as Npgsql reads it.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is empty.</exception>
    public static ISiloBuilder UsePostgreSqlCluster(this ISiloBuilder builder, string connectionString)
    {
        const string Npgsql = "Npgsql";
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new ClusterTables(connectionString));
        return builder
            .UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = (Npgsql, connectionString))
            .UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = (Npgsql, connectionString));
    }
}
