using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

/// <summary>A host without feeds over a file, whose handlers hear what is appended to its store.</summary>
internal sealed class DeliveringHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DeliveringHost(string path, ManualTimeProvider clock, Action<IServiceCollection> register)
    {
        Clock = clock;
        HostApplicationBuilder builder =
            Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff();
        builder.Services.AddSqliteVersionStore(path);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ILoggerProvider>(Log);
        register(builder.Services);
        _host = builder.Build();
    }

    public ManualTimeProvider Clock { get; }

    public ErrorLog Log { get; } = new();

    public SqliteVersionStore Store => (SqliteVersionStore)_host.Services.GetRequiredService<IVersionStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DeliveringHost> StartAsync(
        string path, ManualTimeProvider clock, params IArticleChangeHandler[] handlers)
    {
        var host = new DeliveringHost(path, clock, services =>
        {
            foreach (IArticleChangeHandler handler in handlers)
            {
                services.AddSingleton(handler);
            }
        });
        await host._host.StartAsync(Stop);
        await Patience.UntilAsync(
            async () => handlers.Select(handler => handler.Name).ToHashSet().IsSubsetOf(
                await host.Store.ReadDeliveriesAsync(Stop).Select(delivery => delivery.Handler).ToListAsync(Stop)),
            Stop);
        return host;
    }

    /// <inheritdoc cref="DeliveryTime.AdvanceUntilAsync"/>
    public Task AdvanceUntilAsync(Func<bool> isSo, TimeSpan? step = null, int hosts = 1) =>
        DeliveryTime.AdvanceUntilAsync(Clock, step ?? TimeSpan.FromSeconds(1), Store, hosts, isSo, Stop);

    /// <inheritdoc cref="DeliveryTime.AdvanceAsync"/>
    public Task AdvanceAsync(TimeSpan step, int hosts = 1) =>
        DeliveryTime.AdvanceAsync(Clock, step, Store, hosts, Stop);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    internal sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
