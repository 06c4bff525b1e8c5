using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>A log that keeps what is written.</summary>
internal sealed class NotedLog : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => Entries.Enqueue((logLevel, formatter(state, exception)));
}
