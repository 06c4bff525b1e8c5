using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool;

/// <summary>The tool's environment: its streams, the terminal, the variables and the clock.</summary>
internal sealed record ToolHost
{
    /// <summary>The output for results, made printable.</summary>
    internal required TextWriter Output { get; init => field = PrintableWriter.Over(value); }

    /// <summary>The output for messages and progress, made printable.</summary>
    internal required TextWriter Error { get; init => field = PrintableWriter.Over(value); }

    /// <summary>Opens the input that <c>-</c> names.</summary>
    internal required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether a person types the input at a terminal. The default is false.</summary>
    internal bool IsInputTerminal { get; init; }

    /// <summary>Whether a person reads the results at a terminal. The default is false.</summary>
    internal bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person reads the messages at a terminal. The default is false.</summary>
    internal bool IsErrorTerminal { get; init; }

    /// <summary>The command that runs the tool. The default is <c>newsdiff</c>.</summary>
    internal string CommandName { get; init; } = "newsdiff";

    /// <summary>How many columns the terminal for results has; null when unknown.</summary>
    /// <remarks>The default is null.</remarks>
    internal int? Width { get; init; }

    /// <summary>The environment's variables. The default is none.</summary>
    internal IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder in which the command runs. The default is the process's.</summary>
    internal string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The clock. The default is the system's.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Opens the input that <c>-</c> names, and tells a person at a terminal how to end it.</summary>
    internal Stream ReadInput()
    {
        if (IsInputTerminal)
        {
            string end = OperatingSystem.IsWindows() ? "Ctrl-Z and Enter" : "Ctrl-D";
            Error.WriteLine($"Reading what you type; {end} on a line of its own ends it.");
        }

        return new StoppableInput(OpenInput());
    }

    /// <summary>Gets an environment variable by name; null when it is not set.</summary>
    internal string? Variable(string name) => Variables.GetValueOrDefault(name);
}
