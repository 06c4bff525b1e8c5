using System.Text;

namespace NewsDiff.Research.Export;

/// <summary>Writes a table as comma-separated values by RFC 4180.</summary>
/// <remarks>An empty cell is null, an empty text is quoted.</remarks>
internal sealed class CsvWriter(string path, ExportTable table, bool includesText) : ITableWriter
{
    private readonly FileStream _stream = File.Create(path);
    private readonly StringBuilder _line = new();
    private bool _hasHeader;

    public async ValueTask WriteAsync(object?[] cells)
    {
        await WriteHeaderAsync().ConfigureAwait(false);
        await WriteLineAsync(table.Select(includesText).Select(index => cells[index])).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await WriteHeaderAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask WriteHeaderAsync()
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            await WriteLineAsync(table.Select(includesText).Select(index => (object?)table.Columns[index].Name))
                .ConfigureAwait(false);
        }
    }

    private async ValueTask WriteLineAsync(IEnumerable<object?> cells)
    {
        _line.Clear().AppendJoin(',', cells.Select(Quote)).Append("\r\n");
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(_line.ToString())).ConfigureAwait(false);
    }

    private static string Quote(object? cell)
    {
        string text = CellText.Of(cell);
        return cell is string && (text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n") >= 0)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
