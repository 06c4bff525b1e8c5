using System.CommandLine;
using NewsDiff.Tool.Commands;

namespace NewsDiff.Tool.Output;

/// <summary>What a command writes to: results, messages, and whether they may be coloured.</summary>
internal sealed class Screen
{
    private const int MinWidth = 20;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly ProgressLine _progress;

    internal Screen(ToolHost host, ParseResult parse, CommonOptions common)
    {
        _output = host.Output;
        _error = host.Error;
        Width = host.Width is >= MinWidth ? host.Width : null;
        UsesColor = MayColor(host, parse, common);
        _progress = new ProgressLine(host.IsErrorTerminal ? host.Error : TextWriter.Null);
    }

    /// <summary>Whether results are coloured.</summary>
    internal bool UsesColor { get; }

    /// <summary>The columns that results have; null when they do not go to a terminal.</summary>
    internal int? Width { get; }

    /// <summary>Writes one line of the result, at once: the next one may be long in coming.</summary>
    internal async Task WriteLineAsync(string line)
    {
        _progress.Clear();
        await _output.WriteLineAsync(line).ConfigureAwait(false);
        await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Writes a part of the result as it is, with a line break after it when it has none.</summary>
    internal Task WriteTextAsync(string text) => WriteLineAsync(text.EndsWith('\n') ? text[..^1] : text);

    /// <summary>Writes a message to stderr.</summary>
    internal void Say(string message)
    {
        _progress.Clear();
        _error.WriteLine(message);
    }

    /// <summary>Shows what is being done, in place, when stderr is a terminal.</summary>
    internal void ShowProgress(string what) => _progress.Show(what);

    /// <summary>Takes the progress line away.</summary>
    internal void ClearProgress() => _progress.Clear();

    /// <summary>Colours a text when colours are used.</summary>
    internal string Paint(string text, Ink ink) => UsesColor ? $"\e[{(int)ink}m{text}\e[0m" : text;

    private static bool MayColor(ToolHost host, ParseResult parse, CommonOptions common) =>
        !parse.GetValue(common.NoColor) && parse.GetValue(common.Color) switch
        {
            "always" => true,
            "never" => false,
            _ => host.IsOutputTerminal
                && string.IsNullOrEmpty(host.Variable("NO_COLOR"))
                && host.Variable("TERM") != "dumb",
        };
}
