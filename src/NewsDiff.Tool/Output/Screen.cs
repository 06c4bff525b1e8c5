using System.CommandLine;
using System.Globalization;
using System.Text;
using NewsDiff.Rendering;
using NewsDiff.Tool.Commands;

namespace NewsDiff.Tool.Output;

/// <summary>The output of a command: results and messages, coloured or not.</summary>
internal sealed class Screen
{
    private const int MinWidth = 20;

    private readonly Lock _messages = new();
    private readonly PrintableWriter _output;
    private readonly PrintableWriter _error;
    private readonly ProgressLine _progress;
    private readonly bool _isTerminal;

    internal Screen(ToolHost host, ParseResult parse, CommonOptions common)
    {
        _output = PrintableWriter.Over(host.Output);
        _error = PrintableWriter.Over(host.Error);
        Width = host.Width is >= MinWidth ? host.Width : null;
        _isTerminal = host.IsErrorTerminal;
        UsesColor = MayColor(host, parse, common);
        _progress = new ProgressLine(_error, host.IsErrorTerminal, host.Clock);
    }

    /// <summary>Whether results use colour.</summary>
    internal bool UsesColor { get; }

    /// <summary>The columns for results; null when they do not go to a terminal.</summary>
    internal int? Width { get; }

    /// <summary>Writes one line of the result at once, because the next may take long.</summary>
    internal async Task WriteLineAsync(string line)
    {
        _progress.Clear();
        await _output.WriteLineAsync(line).ConfigureAwait(false);
        await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Writes one line of the result, coloured if colours are used.</summary>
    internal Task WriteLineAsync(Line line)
    {
        var text = new StringBuilder();
        foreach ((string part, Ink? ink) in line.Parts)
        {
            _ = ink is { } colour && UsesColor
                ? text.Append(CultureInfo.InvariantCulture, $"\e[{(int)colour}m{part}\e[0m")
                : text.Append(part);
        }

        return WriteOwnLineAsync(text.ToString());
    }

    /// <summary>Writes a part of the result and ends it with a line break.</summary>
    internal Task WriteTextAsync(string text) => WriteLineAsync(text.EndsWith('\n') ? text[..^1] : text);

    /// <summary>Writes a comparison for people; its renderer removes control characters.</summary>
    internal Task WriteDiffAsync(ArticleDiff diff)
    {
        string text = new AnsiDiffRenderer { Color = UsesColor, Width = Width }.Render(diff);
        return WriteOwnLineAsync(text.EndsWith('\n') ? text[..^1] : text);
    }

    /// <summary>Writes a message to stderr, one line with optional details. Safe for several threads.</summary>
    internal void Say(string message, params ReadOnlySpan<string> lines)
    {
        lock (_messages)
        {
            _progress.Clear();
            _error.WriteLine(Printable.Of(message));
            foreach (string line in lines)
            {
                _error.WriteLine(Printable.Of(line));
            }
        }
    }

    /// <summary>Shows progress: in place on a terminal, elsewhere a line after ten seconds of silence.</summary>
    internal void ShowProgress(string what) => _progress.Show(what);

    /// <summary>Shows that a command waits; only on a terminal, because it may wait for ever.</summary>
    internal void ShowWaiting(string what)
    {
        if (_isTerminal)
        {
            _progress.Show(what);
        }
    }

    /// <summary>Erases the progress line.</summary>
    internal void ClearProgress() => _progress.Clear();

    private async Task WriteOwnLineAsync(string text)
    {
        _progress.Clear();
        _output.WriteOwn(text);
        await _output.WriteLineAsync().ConfigureAwait(false);
        await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

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
