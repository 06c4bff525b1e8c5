using System.Buffers.Binary;

namespace NewsDiff.Research.Import;

/// <summary>Checks the end of a Parquet file, which says where everything is.</summary>
internal static class ParquetFooter
{
    // Some 200 bytes for each column of a group of 20,000 rows: more than any export needs.
    private const int MaxBytes = 128 * 1024 * 1024;

    private const int EndBytes = 8;

    internal static void Check(FileStream file, string path)
    {
        byte[] end = new byte[EndBytes];
        file.Position = Math.Max(0, file.Length - EndBytes);
        int read = file.ReadAtLeast(end, EndBytes, throwOnEndOfStream: false);
        int length = BinaryPrimitives.ReadInt32LittleEndian(end);
        if (read < EndBytes || !end.AsSpan(sizeof(int)).SequenceEqual("PAR1"u8))
        {
            throw new FormatException($"'{path}' is no Parquet, or was not written to its end.");
        }

        if (length < 0 || length > MaxBytes || length > file.Length - EndBytes)
        {
            throw new FormatException($"'{path}' is damaged: the length of its footer is wrong.");
        }

        file.Position = 0;
    }
}
