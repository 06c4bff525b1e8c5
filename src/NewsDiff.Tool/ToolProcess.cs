using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsDiff.Tool;

/// <summary>Runs the tool as a process: standard streams; Ctrl-C and SIGTERM request a stop.</summary>
internal static class ToolProcess
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);

        var host = new ToolHost
        {
            // Unlike Console.Out, this writer is not flushed at every write: an export writes millions of lines.
            Output = new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 16384),
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
            OpenInput = Console.OpenStandardInput,
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            CommandName = IsRunFromSource() ? "dotnet run --project src/NewsDiff.Tool --" : "newsdiff",

            // A terminal of unknown width reports 0.
            Width = Console.IsOutputRedirected || Console.WindowWidth == 0 ? null : Console.WindowWidth,
            Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
                static variable => (string)variable.Key, static variable => (string?)variable.Value ?? ""),
        };
        return await Application.RunAsync(args, host, stop.Token).ConfigureAwait(false);

        // The installed tool is started as 'newsdiff'; only 'dotnet run' starts the build's own file.
        static bool IsRunFromSource() =>
            Path.GetFileName(Environment.ProcessPath)?.Replace(".exe", "", StringComparison.Ordinal)
                == typeof(ToolProcess).Assembly.GetName().Name;

        void OnSignal(PosixSignalContext context)
        {
            // The second signal is let through: it ends a process that does not stop by itself.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }
}
