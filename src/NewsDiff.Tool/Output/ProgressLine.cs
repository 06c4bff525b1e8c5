namespace NewsDiff.Tool.Output;

/// <summary>One line on a terminal that says what is being done and is taken away again.</summary>
internal sealed class ProgressLine
{
    private const int MaxLength = 79;
    private const string EraseLine = "\r\e[2K";
    private readonly TextWriter _terminal;
    private bool _isShown;

    internal ProgressLine(TextWriter terminal) => _terminal = terminal;

    internal void Show(string what)
    {
        string line = what.Length <= MaxLength ? what : what[..(MaxLength - 1)] + "…";
        _terminal.Write(EraseLine + line);
        _isShown = true;
    }

    internal void Clear()
    {
        if (_isShown)
        {
            Erase();
        }
    }

    /// <summary>Takes away whatever stands on the line.</summary>
    internal void Erase()
    {
        _terminal.Write(EraseLine);
        _isShown = false;
    }
}
