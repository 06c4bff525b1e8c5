using System.Buffers.Binary;
using System.IO.Compression;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

public class Crc32Tests
{
    [Fact]
    public void The_checksum_is_that_of_gzip_at_every_length_and_however_the_bytes_come()
    {
        byte[] bytes = new byte[700];
        new Random(1).NextBytes(bytes);
        for (int length = 1; length <= bytes.Length; length++)
        {
            var checksum = new Crc32();
            checksum.Add(bytes.AsSpan(0, length / 3));
            checksum.Add(bytes.AsSpan(length / 3, length - (length / 3)));
            Assert.Equal(GzipsOwn(bytes.AsSpan(0, length)), checksum.Value);
        }
    }

    private static uint GzipsOwn(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(packed.ToArray().AsSpan()[^8..^4]);
    }
}
