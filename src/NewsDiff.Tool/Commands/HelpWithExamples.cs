using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary>Writes the usual help, then examples and exit codes, as wide as the terminal.</summary>
internal sealed class HelpWithExamples(ToolHost host) : SynchronousCommandLineAction
{
    private const int DefaultWidth = 80;

    /// <summary>Longer lines are hard to read.</summary>
    private const int MaxWidth = 140;

    private const int MinWidth = 40;

    private readonly int _width = Math.Clamp(
        int.TryParse(host.Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            ? columns
            : host.Width ?? DefaultWidth,
        MinWidth,
        MaxWidth);

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        HideArgumentsAbove(command);
        new HelpAction { MaxWidth = _width }.Invoke(parseResult);
        if (command is ToolCommand { Details: { Length: > 0 } details })
        {
            foreach (string line in Columns.Wrap(details.ReplaceLineEndings(" "), _width))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }

        output.WriteLine("Examples:");
        foreach (string example in command is ToolCommand tool ? tool.Examples : NewsDiffCommand.Examples)
        {
            WriteExample(example, output);
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach ((int code, string meaning) in ExitCodes.Meanings)
        {
            WriteCode(code, meaning, output);
        }

        return ExitCodes.Success;
    }

    /// <summary>The usage line would show them before the command, where they may not stand.</summary>
    private static void HideArgumentsAbove(Command command)
    {
        foreach (Command parent in command.Parents.OfType<Command>())
        {
            foreach (Argument argument in parent.Arguments)
            {
                argument.Hidden = true;
            }

            HideArgumentsAbove(parent);
        }
    }

    private void WriteExample(string example, TextWriter output)
    {
        ImmutableArray<string> lines = ShellLine.Break(example, _width - 2);
        output.WriteLine($"  {string.Join(" \\\n      ", lines)}");
    }

    private void WriteCode(int code, string meaning, TextWriter output)
    {
        const int Indent = 7;
        string number = code.ToString(CultureInfo.InvariantCulture);
        string first = $"  {number}".PadRight(Indent);
        foreach (string line in Columns.Wrap(meaning, _width - Indent))
        {
            output.WriteLine(first + line);
            first = new string(' ', Indent);
        }
    }
}
