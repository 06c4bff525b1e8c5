using System.ComponentModel;
using System.Diagnostics;

namespace NewsDiff.Research.Import;

/// <summary>The installed git, asked about a repository that nobody vouches for.</summary>
/// <remarks>
/// Arguments are passed as they are, without a shell. Whatever could start another program is off: hooks, monitors,
/// filters of differences, signature checks, and fetching of missing contents. Variables of git are not passed on.
/// </remarks>
internal sealed class GitProcess : IDisposable
{
    private static readonly string[] Safe =
    [
        "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
        "log.showSignature=false", "-c", "log.showRoot=true", "-c", "protocol.allow=never",
    ];

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly BufferedStream _output;

    internal GitProcess(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", [.. Safe, "-C", Path.GetFullPath(folder), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfGit).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            _process = Process.Start(start) ?? throw new IOException("git could not be started.");
        }
        catch (Win32Exception fault)
        {
            throw new IOException("A git history is read with git, which is not installed here.", fault);
        }

        _errors = _process.StandardError.ReadToEndAsync();
        _output = new BufferedStream(_process.StandardOutput.BaseStream, 64 * 1024);
    }

    internal Stream Output => _output;

    internal Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Waits for the end.</summary>
    /// <exception cref="IOException">git failed; the message is its own.</exception>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        string errors = await _errors.ConfigureAwait(false);
        if (_process.ExitCode != 0)
        {
            throw new IOException($"git could not read the history: {errors.Trim()}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _output.Dispose();
        _process.Dispose();
    }

    private static bool IsOfGit(string name) => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase);
}
