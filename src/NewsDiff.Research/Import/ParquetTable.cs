using System.Runtime.CompilerServices;
using NewsDiff.Research.Export;
using Parquet;
using Parquet.Meta;
using Parquet.Schema;

namespace NewsDiff.Research.Import;

/// <summary>Reads a table that an export wrote as Parquet, a group of rows at a time.</summary>
/// <remarks>Nothing that the file states is believed before it is checked against its bytes.</remarks>
internal sealed class ParquetTable : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;

    private ParquetTable(string path, FileStream file, ParquetReader reader, DataField[] fields)
    {
        _path = path;
        _file = file;
        _reader = reader;
        _fields = fields;
    }

    /// <summary>Opens a file, and checks that it has the columns.</summary>
    /// <exception cref="FormatException">It is no Parquet, or has other columns.</exception>
    internal static async Task<ParquetTable> OpenAsync(
        string path, ExportTable table, string[] columns, CancellationToken cancellationToken)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            ParquetFooter.Check(file, path);
            // The reader owns nothing but the file.
            (ParquetReader reader, DataField[] all) = await GuardAsync(path, async () =>
            {
                ParquetReader opened = await ParquetReader.CreateAsync(
                    file, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
                return (opened, opened.Schema.DataFields);
            }).ConfigureAwait(false);
            DataField[] fields = [.. columns.Select(column => FieldOf(all, path, table, column))];
            return new ParquetTable(path, file, reader, fields);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the rows, each with its cells in the order of the columns.</summary>
    /// <exception cref="FormatException">A group of rows is damaged, or would need too much memory.</exception>
    internal async IAsyncEnumerable<object?[]> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < _reader.RowGroupCount; i++)
        {
            Array[] columns = await GuardAsync(_path, () => ReadGroupAsync(i, cancellationToken)).ConfigureAwait(false);
            for (int row = 0; row < columns[0].Length; row++)
            {
                yield return Array.ConvertAll(columns, column => column.GetValue(row));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<Array[]> ReadGroupAsync(int index, CancellationToken cancellationToken)
    {
        using ParquetRowGroupReader group = _reader.OpenRowGroupReader(index);
        ColumnChunk[] chunks = [.. _fields.Select(field => group.GetMetadata(field)
            ?? throw new FormatException($"a group of rows lacks the column {field.Name}"))];
        ParquetPages.Check(_file, group.RowCount, chunks);
        var columns = new Array[_fields.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = await ReadColumnAsync(group, _fields[i], cancellationToken).ConfigureAwait(false);
        }

        return columns;
    }

    private static async Task<Array> ReadColumnAsync(
        ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        if (field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[group.RowCount];
            await group.ReadAsync(field, texts.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return texts;
        }

        Task<Array> numbers = field.ClrType == typeof(long)
            ? ReadNumbersAsync<long>(group, field, cancellationToken)
            : field.ClrType == typeof(double)
                ? ReadNumbersAsync<double>(group, field, cancellationToken)
                : ReadNumbersAsync<bool>(group, field, cancellationToken);
        return await numbers.ConfigureAwait(false);
    }

    private static async Task<Array> ReadNumbersAsync<T>(
        ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
        where T : struct
    {
        var numbers = new T?[group.RowCount];
        if (field.IsNullable)
        {
            await group.ReadAsync<T>(field, numbers.AsMemory(), null, cancellationToken).ConfigureAwait(false);
            return numbers;
        }

        var all = new T[group.RowCount];
        await group.ReadAsync(field, all.AsMemory(), null, cancellationToken).ConfigureAwait(false);
        return all;
    }

    private static DataField FieldOf(DataField[] all, string path, ExportTable table, string name)
    {
        ExportColumn column = table.Columns.Single(column => column.Name == name);
        DataField[] found = [.. all.Where(field => field.Path.Equals(new FieldPath(name)))];
        return found is [var only] && only.ClrType == TypeOf(column.Type) && !only.IsArray
            && (only.IsNullable == column.IsNullable || column.Type == ExportType.Text)
            ? only
            : throw new FormatException(
                found.Length == 0 && column.IsWording
                    ? $"'{path}' has no words: its column {name} was left out by --without-text."
                : found.Length == 0 ? $"'{path}' lacks the column {name}; it is no table of this version of NewsDiff."
                : $"'{path}': the column {name} is not of the type {NameOf(column.Type)}.");
    }

    private static string NameOf(ExportType type) => type switch
    {
        ExportType.Integer => "integer",
        ExportType.Share => "share",
        ExportType.Flag => "flag",
        _ => "text",
    };

    private static System.Type TypeOf(ExportType type) => type switch
    {
        ExportType.Integer => typeof(long),
        ExportType.Share => typeof(double),
        ExportType.Flag => typeof(bool),
        _ => typeof(ReadOnlyMemory<char>),
    };

    // The parser reports damage by many kinds of exceptions; for the user, all mean the same.
    private static async Task<T> GuardAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or UnauthorizedAccessException))
        {
            throw new FormatException($"'{path}' cannot be read as Parquet: {fault.Message}", fault);
        }
    }
}
