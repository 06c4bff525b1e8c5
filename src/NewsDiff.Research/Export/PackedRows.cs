using System.IO.Compression;
using System.Text;

namespace NewsDiff.Research.Export;

/// <summary>Packs rows into bytes for the time until their partition is written.</summary>
internal static class PackedRows
{
    private enum Kind : byte
    {
        Null,
        Text,
        Integer,
        Share,
        False,
        True,
    }

    /// <summary>Packs the rows of one article, those of each partition for themselves.</summary>
    internal static List<(string Partition, byte[] Packed)> Pack(ExportRows rows, bool includesText) =>
    [
        .. rows.All
            .GroupBy(row => PartitionName.Of(rows.Source, row.SeenAt), StringComparer.Ordinal)
            .Select(partition => (partition.Key, Pack(partition, includesText))),
    ];

    /// <summary>Reads rows back, in their order.</summary>
    internal static IEnumerable<(ExportTable Table, object?[] Cells)> Unpack(byte[] packed)
    {
        using var bytes = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new BinaryReader(bytes, Encoding.UTF8);
        for (int table = reader.ReadSByte(); table >= 0; table = reader.ReadSByte())
        {
            object?[] cells = new object?[ExportSchema.All[table].Columns.Length];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = Read(reader);
            }

            yield return (ExportSchema.All[table], cells);
        }
    }

    private static byte[] Pack(IEnumerable<ExportRow> rows, bool includesText)
    {
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            foreach (ExportRow row in rows)
            {
                writer.Write((sbyte)ExportSchema.All.IndexOf(row.Table));
                for (int i = 0; i < row.Cells.Length; i++)
                {
                    Write(writer, row.Table.Columns[i].IsWording && !includesText ? null : row.Cells[i]);
                }
            }

            writer.Write((sbyte)-1);
        }

        return packed.ToArray();
    }

    private static void Write(BinaryWriter writer, object? cell)
    {
        switch (cell)
        {
            case null:
                writer.Write((byte)Kind.Null);
                break;
            case string text:
                writer.Write((byte)Kind.Text);
                writer.Write(text);
                break;
            case long number:
                writer.Write((byte)Kind.Integer);
                writer.Write(number);
                break;
            case double share:
                writer.Write((byte)Kind.Share);
                writer.Write(share);
                break;
            default:
                writer.Write((byte)((bool)cell ? Kind.True : Kind.False));
                break;
        }
    }

    private static object? Read(BinaryReader reader) => (Kind)reader.ReadByte() switch
    {
        Kind.Text => reader.ReadString(),
        Kind.Integer => reader.ReadInt64(),
        Kind.Share => reader.ReadDouble(),
        Kind.False => false,
        Kind.True => true,
        _ => null,
    };
}
