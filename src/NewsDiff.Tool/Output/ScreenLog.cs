using Microsoft.Extensions.Logging;

namespace NewsDiff.Tool.Output;

/// <summary>Shows warnings and errors of the library as messages, one line each.</summary>
internal sealed class ScreenLog(Screen screen) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            string reason = exception is null ? "" : $" {exception.Message}";
            screen.Say(Secrets.Hide($"{logLevel}: {formatter(state, exception)}{reason}"));
        }
    }

    public void Dispose()
    {
        // There is nothing to dispose: the screen belongs to the command.
    }
}
