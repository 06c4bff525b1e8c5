using System.Collections.Immutable;
using System.CommandLine;

namespace NewsDiff.Tool.Commands;

/// <summary>A command of the tool, with examples for its help.</summary>
internal abstract class ToolCommand : Command
{
    private protected ToolCommand(string name, string description, ToolHost host, CommonOptions common)
        : base(name, description)
    {
        Host = host;
        Common = common;
        SetAction(RunAsync);
    }

    /// <summary>Examples of command lines, at the end of its help.</summary>
    internal abstract ImmutableArray<string> Examples { get; }

    /// <summary>Extra help text before the examples; empty when the options say everything.</summary>
    internal virtual string Details => "";

    /// <summary>The command's environment.</summary>
    private protected ToolHost Host { get; }

    /// <summary>The options shared with other commands.</summary>
    private protected CommonOptions Common { get; }

    private protected abstract Task<int> RunAsync(ParseResult parse, CancellationToken stop);
}
