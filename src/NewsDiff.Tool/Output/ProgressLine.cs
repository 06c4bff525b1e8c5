namespace NewsDiff.Tool.Output;

/// <summary>A line on the terminal that shows progress and is erased afterwards.</summary>
internal sealed class ProgressLine
{
    private const int MaxLength = 79;
    private const string EraseLine = "\r\e[2K";

    private readonly PrintableWriter? _terminal;
    private bool _isShown;

    /// <summary>Makes a hidden line.</summary>
    /// <param name="terminal">Where it is shown; null for nowhere.</param>
    internal ProgressLine(PrintableWriter? terminal) => _terminal = terminal;

    internal void Show(string what)
    {
        string line = Printable.Of(what);
        _terminal?.WriteOwn(EraseLine);
        _terminal?.Write(line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…");
        _isShown = true;
    }

    internal void Clear()
    {
        if (_isShown)
        {
            Erase();
        }
    }

    /// <summary>Erases the line.</summary>
    internal void Erase()
    {
        _terminal?.WriteOwn(EraseLine);
        _isShown = false;
    }
}
