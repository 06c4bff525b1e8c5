namespace NewsDiff.Tool.Output;

/// <summary>A line on the terminal that shows progress and is erased afterwards.</summary>
internal sealed class ProgressLine
{
    private const int MaxLength = 79;
    private const string EraseLine = "\r\e[2K";

    private readonly PrintableWriter? _terminal;
    private string? _shown;

    /// <summary>Makes a hidden line.</summary>
    /// <param name="terminal">Where it is shown; null for nowhere.</param>
    internal ProgressLine(PrintableWriter? terminal) => _terminal = terminal;

    internal void Show(string what)
    {
        string line = Printable.Of(what);
        if (line == _shown)
        {
            return;
        }

        _terminal?.WriteOwn(EraseLine);
        _terminal?.Write(line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…");
        _shown = line;
    }

    internal void Clear()
    {
        if (_shown is not null)
        {
            Erase();
        }
    }

    /// <summary>Erases the line.</summary>
    internal void Erase()
    {
        _terminal?.WriteOwn(EraseLine);
        _shown = null;
    }
}
