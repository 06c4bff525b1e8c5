using System.Text.Json;

namespace NewsDiff.Tool.Tests;

/// <summary>How a run of the tool ended, and what it wrote.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of <see cref="Output"/>, each of which must be a JSON object.</summary>
    public IReadOnlyList<JsonElement> JsonLines() =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(
            line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The exit code is what it should be; otherwise all that was written is shown.</summary>
    public ToolResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode} instead of {code}.\n{Output}\n{Error}");
        return this;
    }
}
