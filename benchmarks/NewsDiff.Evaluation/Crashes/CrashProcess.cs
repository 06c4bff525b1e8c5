using System.Diagnostics;
using System.Globalization;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>A process that writes until it is killed.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _notes;

    private CrashProcess(Process process, string notes) => (_process, _notes) = (process, notes);

    /// <summary>Whether it still writes.</summary>
    internal bool IsRunning => !_process.HasExited;

    private bool HasWritten => new FileInfo(_notes) is { Exists: true, Length: > 0 };

    internal static async Task<CrashProcess> StartAsync(
        string database, string folder, int seed, CancellationToken stop)
    {
        string notes = CrashNotes.NewPath(folder);
        Process process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                CrashWriter.Name, "--database", database, "--notes", notes, "--seed",
                seed.ToString(CultureInfo.InvariantCulture),
            ]))!;
        var started = new CrashProcess(process, notes);
        while (started.IsRunning && !started.HasWritten)
        {
            await Task.Delay(10, stop);
        }

        return started;
    }

    /// <summary>Ends it without warning, as the signal 9 does.</summary>
    internal void Kill()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException("A process ended of its own accord.");
        }

        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            Kill();
        }

        _process.Dispose();
    }
}
