using Parquet.Meta;

namespace NewsDiff.Research.Import;

/// <summary>Checks the sizes that the pages of a group of rows state, before anything is unpacked.</summary>
/// <remarks>A small file could otherwise ask for any amount of memory.</remarks>
internal static class ParquetPages
{
    /// <summary>The most rows of a group; an export writes 20,000.</summary>
    internal const int MaxRows = 1_000_000;

    /// <summary>The most bytes of a group when unpacked.</summary>
    internal const long MaxBytes = 512L * 1024 * 1024;

    // Statistics in the header hold the smallest and the largest value.
    private const int MaxHeaderBytes = 64 * 1024;

    /// <summary>Checks the columns that will be read.</summary>
    /// <exception cref="FormatException">A size is wrong, or larger than is read.</exception>
    internal static void Check(FileStream file, long rows, IEnumerable<ColumnChunk> columns)
    {
        if (rows is < 0 or > MaxRows)
        {
            throw new FormatException(FormattableString.Invariant(
                $"a group has {rows} rows; at most {MaxRows} are read"));
        }

        long bytes = 0;
        foreach (ColumnChunk column in columns)
        {
            ColumnMetaData data = column.MetaData ?? throw new FormatException("a column has no description");
            if (column.FilePath is not null)
            {
                throw new FormatException("a column is in another file");
            }

            bytes += SizeOf(file, rows, data);
            if (bytes > MaxBytes)
            {
                throw new FormatException(FormattableString.Invariant(
                    $"a group has more than {MaxBytes / (1024 * 1024)} MiB; smaller groups are read"));
            }
        }
    }

    private static long SizeOf(FileStream file, long rows, ColumnMetaData column)
    {
        long begin = column.DictionaryPageOffset is { } dictionary and > 0
            ? Math.Min(dictionary, column.DataPageOffset)
            : column.DataPageOffset;
        long end = begin + column.TotalCompressedSize;
        if (begin < 0 || column.TotalCompressedSize < 0 || end < begin || end > file.Length)
        {
            throw new FormatException("a column lies outside of the file");
        }

        long bytes = 0;
        long values = 0;
        for (long place = begin; place < end;)
        {
            PageSizes page = PageSizes.Read(file, place, (int)Math.Min(MaxHeaderBytes, end - place));
            if (page.Packed < 0 || page.Unpacked < 0 || page.Values < 0 || page.Packed > end - place - page.Header)
            {
                throw new FormatException("a page states a wrong size");
            }

            bytes += page.Unpacked;
            values += page.IsData ? page.Values : 0;
            if (bytes > MaxBytes || page.Values > MaxRows)
            {
                throw new FormatException("a page is larger than is read");
            }

            place += page.Header + page.Packed;
        }

        return values == rows
            ? bytes
            : throw new FormatException("a column has another number of values than its group has rows");
    }
}
