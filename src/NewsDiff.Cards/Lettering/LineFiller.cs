namespace NewsDiff.Cards.Lettering;

/// <summary>Puts words into lines, one after another.</summary>
/// <param name="width">The width of the lines, in parts of the size of the letters.</param>
/// <param name="mostLines">The maximum number of lines.</param>
internal sealed class LineFiller(float width, int mostLines)
{
    private readonly List<List<Piece>> _lines = [];
    private float _used;

    public float Width => width;

    /// <summary>Whether a word found no place.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The width of a word without the space behind it.</summary>
    public static float WidthOf(ReadOnlySpan<Piece> word)
    {
        float sum = 0;
        float space = 0;
        foreach (Piece piece in word)
        {
            space = piece.IsSpace ? space + piece.Width : 0;
            sum += piece.Width;
        }

        return sum - space;
    }

    /// <summary>Adds a word to the last line, or to a new one.</summary>
    public void Add(Piece[] word)
    {
        if (IsFull)
        {
            return;
        }

        if (_lines.Count == 0 || _used + WidthOf(word) > width)
        {
            if (_lines.Count == mostLines)
            {
                IsFull = true;
                return;
            }

            _lines.Add([]);
            _used = 0;
        }

        _lines[^1].AddRange(word);
        _used += word.Sum(static piece => piece.Width);
    }

    /// <summary>The lines, without spaces at their ends.</summary>
    /// <param name="ellipsis">What the last line ends with; null for nothing.</param>
    public List<List<Piece>> Finish(Piece? ellipsis)
    {
        foreach (List<Piece> line in _lines)
        {
            TrimEnd(line);
        }

        if (ellipsis is not null && _lines.Count > 0)
        {
            List<Piece> last = _lines[^1];
            while (last.Count > 0 && last.Sum(static piece => piece.Width) + ellipsis.Width > width)
            {
                last.RemoveAt(last.Count - 1);
                TrimEnd(last);
            }

            last.Add(ellipsis);
        }

        return _lines;
    }

    private static void TrimEnd(List<Piece> line)
    {
        while (line.Count > 0 && line[^1].IsSpace)
        {
            line.RemoveAt(line.Count - 1);
        }
    }
}
