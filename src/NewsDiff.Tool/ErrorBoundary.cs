using System.CommandLine;
using System.CommandLine.Parsing;
using NewsDiff.Settings;
using NewsDiff.Tool.Commands;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool;

/// <summary>Ends a failed command with one sentence on stderr and an exit code.</summary>
internal sealed class ErrorBoundary
{
    // An argument may be a whole file by mistake. The reason is at the end of a message.
    private const int ShownStart = 1000;
    private const int ShownEnd = 400;

    private readonly ToolHost _host;
    private readonly ParseResult _parse;
    private readonly CommonOptions _common;

    internal ErrorBoundary(ToolHost host, ParseResult parse, CommonOptions common)
    {
        _host = host;
        _parse = parse;
        _common = common;
    }

    /// <summary>The command as the user would type it, such as <c>newsdiff show</c>.</summary>
    private string CommandName
    {
        get
        {
            string words = "";
            SymbolResult? result = _parse.CommandResult;
            while (result is CommandResult { Command: not RootCommand } command)
            {
                words = $" {command.Command.Name}{words}";
                result = command.Parent;
            }

            return NewsDiffCommand.ToolName + words;
        }
    }

    internal async Task<int> RunAsync(Func<Task<int>> command, CancellationToken stop)
    {
        try
        {
            int code = await command().ConfigureAwait(false);
            await _host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Say($"{CommandName}: interrupted.");
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The outermost handler: it reports what nobody else caught.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(exception);
            return ExitCodes.Trouble;
        }
    }

    internal int ReportUsage()
    {
        foreach (string message in Messages())
        {
            WriteLine($"{CommandName}: {message}");
        }

        _host.Error.WriteLine($"Try '{CommandName} --help'.");
        return ExitCodes.Trouble;
    }

    /// <summary>What is wrong with the command line.</summary>
    /// <remarks>Of several unknown words, only the first is named: the rest depends on it.</remarks>
    private IEnumerable<string> Messages() => _parse.UnmatchedTokens is [var unknown, ..]
        ? [Unknown(unknown)]
        : _parse.Errors.Select(static error => error.Message);

    private string Unknown(string word)
    {
        Command command = _parse.CommandResult.Command;
        bool isOption = word.StartsWith('-');
        List<string> known = [.. isOption
            ? command.Options.Concat(_common.Recursive).Where(static option => !option.Hidden).SelectMany(
                static option => option.Aliases.Prepend(option.Name))
            : command.Subcommands.Select(static sub => sub.Name)];
        if (isOption && known.Contains(word))
        {
            return $"{word} stands before the command that has it; it must follow: {CommandName} {word} …";
        }

        string meant = Meant(word, known) is { } near ? $" Did you mean '{near}'?" : "";
        return isOption ? $"there is no option '{word}'.{meant}"
            : command is RootCommand ? $"there is no command '{word}'.{meant}"
            : $"'{word}' is one argument too many.";
    }

    /// <summary>What a user may have meant; null if nothing is near.</summary>
    /// <remarks>Other tools have commands for <c>--help</c> and <c>--version</c>, and short options.</remarks>
    private static string? Meant(string word, IEnumerable<string> known) => word switch
    {
        "help" or "version" => "--" + word,
        ['-', not '-'] => known.FirstOrDefault(name => name.StartsWith("-" + word, StringComparison.Ordinal)),
        _ => NearestName.Find(word, known),
    };

    private void Report(Exception exception)
    {
        bool isDebug = _parse.GetValue<bool>("--debug");
        string? sentence = Fault.Describe(exception, _common.KnownSettings?.Database);
        if (isDebug)
        {
            _host.Error.WriteLine(Secrets.Hide(exception.ToString()));
        }

        Say(sentence is not null
            ? $"{CommandName}: {sentence}"
            : $"{CommandName}: {Fault.Name(exception)}{(isDebug ? "" : " (run with --debug for the stack trace)")}");
        foreach (string line in (exception as TroubleException)?.Lines ?? [])
        {
            WriteLine(line);
        }
    }

    private void Say(string message)
    {
        // The command may have left a progress line behind.
        new ProgressLine(PrintableWriter.Over(_host.Error), _host.IsErrorTerminal, _host.Clock).Erase();
        WriteLine(message);
    }

    /// <summary>Writes one line that fits a screen, even if the message repeats untrusted text.</summary>
    private void WriteLine(string message)
    {
        string line = Printable.Of(Secrets.Hide(message));
        _host.Error.WriteLine(line.Length > ShownStart + ShownEnd
            ? $"{line.AsSpan(0, ShownStart)} … {line.AsSpan(line.Length - ShownEnd)}"
            : line);
    }
}
