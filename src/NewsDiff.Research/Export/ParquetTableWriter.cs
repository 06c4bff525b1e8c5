using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace NewsDiff.Research.Export;

/// <summary>Writes a table as Parquet, a group of rows at a time.</summary>
internal sealed class ParquetTableWriter : ITableWriter
{
    internal const string Extension = ".parquet";

    // The number of rows that are kept in memory before they are written.
    private const int RowsPerGroup = 20_000;

    // The smallest size, which is the default, takes several times as long.
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Optimal,
    };

    private readonly FileStream _stream;
    private readonly ExportColumn[] _columns;
    private readonly int[] _indexes;
    private readonly ParquetSchema _schema;
    private readonly List<object?[]> _rows = [];
    private ParquetWriter? _writer;

    internal ParquetTableWriter(string path, ExportTable table, bool includesText)
    {
        _stream = File.Create(path);
        _indexes = [.. table.Select(includesText)];
        _columns = [.. _indexes.Select(index => table.Columns[index])];
        _schema = new ParquetSchema(_columns.Select(static column =>
            (Field)new DataField(column.Name, TypeOf(column.Type), column.IsNullable)).ToArray());
    }

    public async ValueTask WriteAsync(object?[] cells)
    {
        _rows.Add(cells);
        if (_rows.Count == RowsPerGroup)
        {
            await WriteGroupAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await WriteGroupAsync().ConfigureAwait(false);
        await _writer!.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteGroupAsync()
    {
        _writer ??= await ParquetWriter.CreateAsync(
            _schema, _stream, Options).ConfigureAwait(false);
        if (_rows.Count == 0)
        {
            return;
        }

        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _columns.Length; i++)
        {
            await WriteColumnAsync(group, _schema.DataFields[i], _columns[i], _indexes[i]).ConfigureAwait(false);
        }

        group.CompleteValidate();
        _rows.Clear();
    }

    private Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, ExportColumn column, int index) =>
        (column.Type, column.IsNullable) switch
        {
            (ExportType.Integer, false) => WriteAsync<long>(group, field, index),
            (ExportType.Share, false) => WriteAsync<double>(group, field, index),
            (ExportType.Flag, false) => WriteAsync<bool>(group, field, index),
            (ExportType.Integer, true) => WriteNullableAsync<long>(group, field, index),
            (ExportType.Share, true) => WriteNullableAsync<double>(group, field, index),
            (ExportType.Flag, true) => WriteNullableAsync<bool>(group, field, index),
            _ => group.WriteAsync(field, _rows.ConvertAll(row => (string)row[index]!)),
        };

    private Task WriteAsync<T>(ParquetRowGroupWriter group, DataField field, int index)
        where T : struct
    {
        ReadOnlyMemory<T> values = _rows.ConvertAll(row => (T)row[index]!).ToArray();
        return group.WriteAsync(field, values);
    }

    private Task WriteNullableAsync<T>(ParquetRowGroupWriter group, DataField field, int index)
        where T : struct
    {
        ReadOnlyMemory<T?> values = _rows.ConvertAll(row => (T?)row[index]).ToArray();
        return group.WriteAsync(field, values);
    }

    private static Type TypeOf(ExportType type) => type switch
    {
        ExportType.Integer => typeof(long),
        ExportType.Share => typeof(double),
        ExportType.Flag => typeof(bool),
        _ => typeof(string),
    };
}
