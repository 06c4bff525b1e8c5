using System.Globalization;
using System.Text;

namespace NewsDiff.Tool.Tests;

/// <summary>Runs the tool in this process.</summary>
public sealed class ToolRun
{
    /// <summary>What <c>-</c> reads.</summary>
    public string Input { get; init; } = "";

    /// <summary>The environment's variables.</summary>
    public Dictionary<string, string> Variables { get; init; } = [];

    /// <summary>The folder in which the command is given; null for that of the tests.</summary>
    public string? Folder { get; init; }

    /// <summary>The columns of the terminal; null when unknown.</summary>
    public int? Width { get; init; }

    /// <summary>The clock; the default is the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether output and messages go to a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Runs the tool with nothing on stdin and no terminal.</summary>
    public static Task<ToolResult> RunAsync(params string[] args) => new ToolRun().WithAsync(args);

    /// <summary>Runs the tool.</summary>
    public async Task<ToolResult> WithAsync(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var host = new ToolHost
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            IsOutputTerminal = IsTerminal,
            IsErrorTerminal = IsTerminal,
            Variables = Variables,
            Clock = Clock,
            Width = Width,
            Folder = Folder ?? Environment.CurrentDirectory,
        };
        int code = await Application.RunAsync(args, host, TestContext.Current.CancellationToken);
        return new ToolResult(code, output.ToString(), error.ToString());
    }
}
