using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsDiff.TestSupport;

namespace NewsDiff.Orleans.Tests;

/// <summary>A silo in a process of its own: the sample, which can be killed.</summary>
internal sealed class Silo : IAsyncDisposable
{
    /// <summary>The sample, built beside these tests in the same configuration.</summary>
    private static readonly string Sample = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Silos",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Silos.dll");

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private bool _isToEnd;

    private Silo(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Whether it ended although nobody asked it to.</summary>
    public bool HasFailed => !_isToEnd && _process.HasExited;

    /// <summary>Starts a silo.</summary>
    /// <param name="number">Its number, which sites see.</param>
    /// <param name="database">The database of the store and the cluster.</param>
    /// <param name="sites">The sites that it may visit.</param>
    /// <param name="gap">The gap at each site.</param>
    /// <param name="lease">The lease of a claim.</param>
    public static Silo Start(int number, string database, IEnumerable<string> sites, TimeSpan gap, TimeSpan lease)
    {
        string[] arguments =
        [
            "exec", Sample,
            $"--port={LoopbackPort.Find()}",
            $"--NewsDiff:Store:ConnectionString={database}",
            "--NewsDiff:Interval=00:00:01",
            $"--NewsDiff:Tracker:Lease={lease:c}",
            "--NewsDiff:Tracker:ArticlePolicy:Interval=10:00:00",
            $"--NewsDiff:Fetch:MinGap={gap:c}",
            string.Create(CultureInfo.InvariantCulture, $"--NewsDiff:Fetch:UserAgent=silo/{number}"),
            "--Logging:LogLevel:Default=Warning",
            .. sites.Select((site, i) => $"--NewsDiff:Fetch:AllowedPrivateHosts:{i}={site}"),
        ];
        return new Silo(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Ends it as a crash would.</summary>
    public void Kill()
    {
        _isToEnd = true;
        _process.Kill();
    }

    /// <summary>Asks it to stop, as a service manager would, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        _isToEnd = true;
        using Process kill = Process.Start(
            "kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
