using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsDiff.Tool.Tests;

/// <summary>The tool as a process with a small heap that runs one command after the other.</summary>
/// <remarks>
/// A process for each command would spend nearly all of its time on its start. A command that ends the process fails,
/// and the next one gets a new process.
/// </remarks>
public sealed class ToolSeries : IAsyncDisposable
{
    /// <summary>Begins the line that follows what a command wrote.</summary>
    internal const string EndMark = "--end-of-command--";

    private Process? _process;

    /// <summary>Runs a command.</summary>
    public async Task<BoundedRun> RunAsync(string[] args)
    {
        _process ??= Start();
        bool isToStay = false;
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(args));
            await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            (BoundedRun run, isToStay) = await ReadAsync(_process.StandardError);
            return run;
        }
        finally
        {
            if (!isToStay)
            {
                await DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
            _process = null;
        }
    }

    private static Process Start()
    {
        ProcessStartInfo start = ToolChild.StartOf("dotnet", [ToolChild.ToolPath]);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[BoundedRun.HeapLimit.Name] = BoundedRun.HeapLimit.Value;
        Process process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    /// <summary>Reads what a command wrote until it ends, and whether the process can run another one.</summary>
    private static async Task<(BoundedRun Run, bool IsToStay)> ReadAsync(StreamReader messages)
    {
        var error = new StringBuilder();
        CancellationToken stop = TestContext.Current.CancellationToken;
        while (await messages.ReadLineAsync(stop).AsTask().WaitAsync(ToolChild.Patience, stop) is { } line)
        {
            if (line.StartsWith(EndMark, StringComparison.Ordinal))
            {
                string[] end = line.Split(' ');
                var result = new ToolResult(int.Parse(end[1], CultureInfo.InvariantCulture), "", error.ToString());
                return (new BoundedRun(result, double.Parse(end[2], CultureInfo.InvariantCulture)), bool.Parse(end[3]));
            }

            error.AppendLine(line);
        }

        throw new InvalidOperationException($"The process ended within a command.\n{error}");
    }
}
