using System.Diagnostics;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>One run of the <c>newsdiff</c> command.</summary>
internal sealed record ToolRun(int ExitCode, string[] Output, string Errors)
{
    internal static async Task<ToolRun> StartAsync(FileInfo tool, params string[] arguments)
    {
        bool isAssembly = tool.Extension == ".dll";
        var start = new ProcessStartInfo(
            isAssembly ? "dotnet" : tool.FullName, isAssembly ? [tool.FullName, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors);
    }
}
