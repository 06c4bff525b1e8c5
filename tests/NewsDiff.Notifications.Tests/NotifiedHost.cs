using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Hosting;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;

namespace NewsDiff.Notifications.Tests;

/// <summary>A host without feeds over a file, whose channels tell of what is appended to its store.</summary>
internal sealed class NotifiedHost : IAsyncDisposable
{
    private readonly IHost _host;

    private NotifiedHost(IHost host, ManualTimeProvider clock, LineLog log) => (_host, Clock, Log) = (host, clock, log);

    public ManualTimeProvider Clock { get; }

    public LineLog Log { get; }

    public SqliteVersionStore Store => (SqliteVersionStore)_host.Services.GetRequiredService<IVersionStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a host with channels of code.</summary>
    public static Task<NotifiedHost> StartAsync(
        string path, ManualTimeProvider clock, Action<NotificationOptions> configure) =>
        StartAsync(path, clock, json: null, configure);

    /// <summary>Starts a host with channels of a configuration, and of code.</summary>
    public static async Task<NotifiedHost> StartAsync(
        string path, ManualTimeProvider clock, string? json, Action<NotificationOptions>? configure = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (json is not null)
        {
            builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        }

        var log = new LineLog();
        builder.Services.AddNewsDiff();
        builder.Services.AddSqliteVersionStore(path);
        builder.Services.AddNewsDiffNotifications(configure);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ILoggerProvider>(log);
        var host = new NotifiedHost(builder.Build(), clock, log);
        await host._host.StartAsync(Stop);
        int channels = host._host.Services.GetServices<IArticleHandlerSource>()
            .Sum(source => source.GetHandlers().Count());
        await Patience.UntilAsync(
            async () => await host.Store.ReadDeliveriesAsync(Stop).CountAsync(Stop) >= channels, Stop);
        return host;
    }

    /// <inheritdoc cref="DeliveryTime.AdvanceUntilAsync"/>
    public Task AdvanceUntilAsync(Func<bool> isSo, TimeSpan? step = null) =>
        DeliveryTime.AdvanceUntilAsync(Clock, step ?? TimeSpan.FromSeconds(1), Store, hosts: 1, isSo, Stop);

    /// <inheritdoc cref="DeliveryTime.AdvanceAsync"/>
    public Task AdvanceAsync(TimeSpan step) => DeliveryTime.AdvanceAsync(Clock, step, Store, hosts: 1, Stop);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    /// <summary>Keeps every line of the log, with its exceptions.</summary>
    internal sealed class LineLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
