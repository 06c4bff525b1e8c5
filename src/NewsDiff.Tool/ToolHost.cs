using NewsDiff.Tool.Output;

namespace NewsDiff.Tool;

/// <summary>The tool's environment: its streams, the terminal, the variables and the clock.</summary>
internal sealed record ToolHost
{
    /// <summary>Where results go, made printable.</summary>
    internal required TextWriter Output { get; init => field = PrintableWriter.Over(value); }

    /// <summary>Where messages and progress go, made printable.</summary>
    internal required TextWriter Error { get; init => field = PrintableWriter.Over(value); }

    /// <summary>What <c>-</c> reads; opened when first needed.</summary>
    internal required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether results are read by a person at a terminal. The default is false.</summary>
    internal bool IsOutputTerminal { get; init; }

    /// <summary>Whether messages are read by a person at a terminal. The default is false.</summary>
    internal bool IsErrorTerminal { get; init; }

    /// <summary>What to type to run the tool. The default is <c>newsdiff</c>.</summary>
    internal string CommandName { get; init; } = "newsdiff";

    /// <summary>The columns of the result's terminal; null when unknown.</summary>
    /// <remarks>The default is null.</remarks>
    internal int? Width { get; init; }

    /// <summary>Gets an environment variable by name; null when it is not set.</summary>
    /// <remarks>The default knows none.</remarks>
    internal Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The clock. The default is the system's.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
