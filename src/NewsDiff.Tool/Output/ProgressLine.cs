namespace NewsDiff.Tool.Output;

/// <summary>Shows progress: on a terminal in a line that is erased, elsewhere occasionally.</summary>
internal sealed class ProgressLine
{
    private const int MaxLength = 79;
    private const string EraseLine = "\r\e[2K";

    /// <summary>How long a command may be silent without a terminal.</summary>
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(10);

    private readonly PrintableWriter _error;
    private readonly bool _isTerminal;
    private readonly TimeProvider _clock;
    private string? _shown;
    private long _lastSign;

    /// <summary>Makes a line that is not shown yet.</summary>
    /// <param name="error">Where messages are written.</param>
    /// <param name="isTerminal">Whether that is a terminal.</param>
    /// <param name="clock">Measures the silence.</param>
    internal ProgressLine(PrintableWriter error, bool isTerminal, TimeProvider clock)
    {
        _error = error;
        _isTerminal = isTerminal;
        _clock = clock;
        _lastSign = clock.GetTimestamp();
    }

    internal void Show(string what)
    {
        string line = Printable.Of(what);
        if (line == _shown)
        {
            return;
        }

        if (_isTerminal)
        {
            _error.WriteOwn(EraseLine);
            _error.Write(Columns.Cut(line, MaxLength));
            _shown = line;
        }
        else if (_clock.GetElapsedTime(_lastSign) >= MaxSilence)
        {
            _error.WriteLine(line);
            _shown = line;
            _lastSign = _clock.GetTimestamp();
        }
    }

    /// <summary>Makes room for a line of the result or a message.</summary>
    internal void Clear()
    {
        _lastSign = _clock.GetTimestamp();
        if (_isTerminal && _shown is not null)
        {
            Erase();
        }
    }

    /// <summary>Erases the line.</summary>
    internal void Erase()
    {
        if (_isTerminal)
        {
            _error.WriteOwn(EraseLine);
        }

        _shown = null;
    }
}
