using System.CommandLine;
using System.CommandLine.Invocation;
using NewsDiff.Tool.Commands;

namespace NewsDiff.Tool;

/// <summary>
/// The <c>newsdiff</c> command line: reads the arguments, runs one command, and returns an exit code.
/// </summary>
internal static class Application
{
    internal static async Task<int> RunAsync(
        IReadOnlyList<string> args, ToolHost host, CancellationToken stop = default)
    {
        var root = new NewsDiffCommand(host);
        ParseResult parse = root.Parse(args is [] ? ["--help"] : args);
        var boundary = new ErrorBoundary(host, parse, root.Common);
        if (parse.Action is ParseErrorAction or null)
        {
            return boundary.ReportUsage();
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await boundary.RunAsync(() => parse.InvokeAsync(configuration, stop), stop).ConfigureAwait(false);
    }
}
