using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsDiff.Tool.Commands;

/// <summary>The usual help, followed by examples and the exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new() { MaxWidth = 100 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        ImmutableArray<string> examples = command is ToolCommand tool ? tool.Examples : NewsDiffCommand.Examples;
        if (command is ToolCommand { Details: { Length: > 0 } details })
        {
            output.WriteLine(details);
            output.WriteLine();
        }

        output.WriteLine("Examples:");
        foreach (string example in examples)
        {
            output.WriteLine($"  {example}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine(
            $"  {ExitCodes.Success}    success; diff: no difference; watch, serve: stopped by Ctrl-C or SIGTERM");
        output.WriteLine($"  {ExitCodes.Different}    diff: the texts differ");
        output.WriteLine($"  {ExitCodes.Trouble}    wrong usage, bad input, or a fault that stopped the command");
        output.WriteLine($"  {ExitCodes.SomeFailed}    check, history: some of the checks failed; verify: the database has faults");
        output.WriteLine($"  {ExitCodes.Interrupted}  stopped by Ctrl-C or SIGTERM");
        return ExitCodes.Success;
    }
}
