using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Feeds;
using NewsDiff.Hosting;

namespace NewsDiff.Testing;

/// <summary>Makes the passes of a host by hand, over pages that a test scripts.</summary>
public static class NewsDiffTestingExtensions
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Lets a tracker visit a scripted fetcher, by its clock and only in <see cref="RunPassAsync"/>.</summary>
    /// <param name="services">The services of the host; it has <c>AddNewsDiff</c> too, before or after.</param>
    /// <param name="fetcher">The fetcher.</param>
    /// <param name="name">The tracker's name; null, the default, for the one without a name.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// <code>
    /// var site = new ScriptedFetcher();
    /// builder.Services.AddScriptedFetcher(site);
    /// using IHost host = builder.Build();
    /// PassResult pass = await host.Services.RunPassAsync();
    /// </code>
    /// </example>
    public static IServiceCollection AddScriptedFetcher(
        this IServiceCollection services, ScriptedFetcher fetcher, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fetcher);
        services.AddKeyedSingleton<IArticleFetcher>(name, fetcher);
        services.AddKeyedSingleton<IFeedFetcher>(name, fetcher);
        return services.AddManualPasses(fetcher.Clock, name);
    }

    /// <summary>Sets a host's clock, and lets a tracker make passes only in <see cref="RunPassAsync"/>.</summary>
    /// <remarks>For tests over other fetchers, such as those of a host that visits a loopback site.</remarks>
    /// <param name="services">The services of the host; it has <c>AddNewsDiff</c> too, before or after.</param>
    /// <param name="clock">The clock of all its services.</param>
    /// <param name="name">The tracker's name; null, the default, for the one without a name.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddManualPasses(
        this IServiceCollection services, ManualTimeProvider clock, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddKeyedSingleton(name, new ManualPasses());
        return services;
    }

    /// <summary>Makes one pass of a host, and delivers what happened to all handlers.</summary>
    /// <remarks>
    /// <para>
    /// Every followed feed and article is visited, due or not. An event that a handler fails to handle comes again at
    /// once, until it is handled or, after 12 attempts, put aside; one that a handler postpones waits for its time.
    /// Handlers get their events one handler after the other, in the order of registration.
    /// </para>
    /// <para>
    /// An assertion that fails inside a handler or a script is thrown here, so that the test fails.
    /// </para>
    /// <para>
    /// The host need not be started. If it is, register <see cref="AddScriptedFetcher"/> or
    /// <see cref="AddManualPasses"/>, so that it makes no passes by itself. The running test's cancellation stops the
    /// pass.
    /// </para>
    /// </remarks>
    /// <param name="services">The services of the host, such as <c>host.Services</c>.</param>
    /// <param name="name">The tracker's name; null, the default, for the one without a name.</param>
    /// <param name="dueOnly">
    /// Whether only what is due by the clock is visited and delivered. The default is false.
    /// </param>
    /// <param name="limit">
    /// How long it may take in real time; null, the default, for 30 seconds. A debugger suspends it.
    /// </param>
    /// <returns>What happened.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no such tracker, it makes passes by itself, a pass is under way, or a script is wrong.
    /// </exception>
    /// <exception cref="TimeoutException">It took too long; the message says what it waited for.</exception>
    public static Task<PassResult> RunPassAsync(
        this IServiceProvider services, string? name = null, bool dueOnly = false, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        BackgroundTracker tracker = services.GetKeyedService<BackgroundTracker>(name)
            ?? throw new InvalidOperationException(
                $"No tracker {(name is null ? "without a name" : $"'{name}'")} is registered; call AddNewsDiff. "
                + $"Registered: {NamesOf(services)}.");
        return tracker.RunsByItself
            ? throw new InvalidOperationException(
                "The host has started, and makes passes by itself. Call AddScriptedFetcher or AddManualPasses before "
                + "it is built.")
            : new PassRun(tracker, dueOnly, limit ?? Limit).RunAsync();
    }

    private static string NamesOf(IServiceProvider services)
    {
        string[] names = [.. services.GetServices<TrackerName>().Select(known => known.Value ?? "one without a name")];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }
}
