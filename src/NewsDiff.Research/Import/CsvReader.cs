using System.Text;

namespace NewsDiff.Research.Import;

/// <summary>Reads comma-separated values by RFC 4180, in bounded memory.</summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly StringBuilder _cell = new();
    private readonly List<string?> _cells = [];

    /// <summary>Reads a record.</summary>
    /// <returns>Its cells, of which one that is too large is null; null at the end.</returns>
    internal IReadOnlyList<string?>? Read()
    {
        if (text.Peek() < 0)
        {
            return null;
        }

        _cells.Clear();
        while (ReadCell())
        {
            // The record goes on after a comma.
        }

        return _cells;
    }

    /// <summary>Reads a cell.</summary>
    /// <returns>Whether another one follows in the record.</returns>
    private bool ReadCell()
    {
        _cell.Clear();
        bool isQuoted = false;
        bool isTooLarge = false;
        while (true)
        {
            int next = text.Read();
            if (next < 0 || (!isQuoted && next is ',' or '\n'))
            {
                _cells.Add(isTooLarge ? null : _cell.ToString());
                return next == ',';
            }

            if (next == '"')
            {
                if (isQuoted && text.Peek() == '"')
                {
                    _cell.Append((char)text.Read());
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (isQuoted || next != '\r')
            {
                _cell.Append((char)next);
            }

            if (_cell.Length > ImportLimits.RowBytes)
            {
                isTooLarge = true;
                _cell.Clear();
            }
        }
    }
}
