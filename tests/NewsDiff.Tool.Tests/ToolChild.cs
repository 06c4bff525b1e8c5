using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsDiff.Tool.Tests;

/// <summary>The tool as a process of its own, for what only a process has: signals and standard streams.</summary>
public sealed class ToolChild : IAsyncDisposable
{
    private const string TestsName = "NewsDiff.Tool.Tests";
    private const string ToolName = "NewsDiff.Tool";
    private const int SigInt = 2;
    private const int SigTerm = 15;

    /// <summary>Far longer than a machine under load needs: it ends what hangs, and decides nothing else.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _error;

    private ToolChild(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the tool.</summary>
    public static ToolChild Start(params string[] args) => new(StartOf("dotnet", [ToolPath, .. args]));

    /// <summary>Starts the tool from its own build, beside which only its own dependencies are.</summary>
    public static ToolChild StartAsBuilt(params string[] args) =>
        new(StartOf("dotnet", [ToolPath.Replace(TestsName, ToolName, StringComparison.Ordinal), .. args]));

    /// <summary>Runs a line of the shell, in which <c>$TOOL</c> is the tool.</summary>
    public static Task<ToolResult> ShellAsync(string line) => ShellAsync(line, [], []);

    /// <summary>Runs a line of the shell with more variables, and with arguments, which are <c>$@</c>.</summary>
    public static async Task<ToolResult> ShellAsync(
        string line,
        IEnumerable<(string Name, string Value)> variables,
        IEnumerable<string> args)
    {
        ProcessStartInfo start = StartOf("/bin/sh", ["-c", line, "sh", .. args]);
        start.Environment["TOOL"] = $"dotnet {ToolPath}";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        await using var child = new ToolChild(start);
        return await child.WaitAsync();
    }

    /// <summary>Presses Ctrl-C.</summary>
    public void Interrupt() => Assert.Equal(0, Kill(_process.Id, SigInt));

    /// <summary>Asks it to end, as service managers do.</summary>
    public void Terminate() => Assert.Equal(0, Kill(_process.Id, SigTerm));

    /// <summary>Waits for the next line of its output.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience)
        ?? throw new InvalidOperationException(await _error);

    /// <summary>Waits for its end.</summary>
    public async Task<ToolResult> WaitAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Patience);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(_process.ExitCode, output, await _error);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static string ToolPath => typeof(ToolProcess).Assembly.Location;

    /// <summary>The start of a program that knows nothing of the tests.</summary>
    internal static ProcessStartInfo StartOf(string program, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };

        // What the tests are told is no setting of the tool.
        foreach (string name in start.Environment.Keys.Where(IsOfTests).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static bool IsOfTests(string variable) =>
        variable.StartsWith("NEWSDIFF_", StringComparison.OrdinalIgnoreCase);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
