using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace NewsDiff.Sql;

/// <summary>Compresses bytes by Zstandard, alone or with reference to others.</summary>
/// <remarks>Contexts are kept for the next call: creating one costs more than compressing an article.</remarks>
[SuppressMessage("Reliability", "CA2000", Justification = "A context is kept or disposed in the end.")]
internal static class BodyCompression
{
    /// <summary>Higher levels save 1 % of the text, and take twice as long or more.</summary>
    private const int Level = 3;

    /// <summary>The smallest window; it is far larger than an article.</summary>
    private const int LeastWindowLog = 20;

    /// <summary>Zero means the level's own value.</summary>
    private const int DefaultHashLog = 0;

    /// <summary>The largest table has 16 MB, and covers the last 32 MB of a reference.</summary>
    private const int MostHashLog = 22;

    /// <summary>The maximum number of bytes for a kept context: contexts grow with their data.</summary>
    private const int MostKept = 1 << 20;

    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    /// <summary>Compresses bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="reference">What they may refer to; empty for nothing.</param>
    public static byte[] Compress(ReadOnlySpan<byte> data, byte[] reference)
    {
        int size = data.Length + reference.Length;
        Compressor compressor = TakeCompressor();
        try
        {
            Reach(compressor, size);
            compressor.LoadDictionary(reference);
            return compressor.Wrap(data).ToArray();
        }
        finally
        {
            Keep(compressor, Compressors, size);
        }
    }

    /// <summary>Decompresses bytes.</summary>
    /// <param name="frame">The compressed bytes.</param>
    /// <param name="reference">What they were compressed with.</param>
    /// <param name="most">The maximum number of bytes to expect.</param>
    /// <exception cref="FormatException">The frame declares no size, or a larger one.</exception>
    /// <exception cref="ZstdException">The frame is damaged.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> frame, byte[] reference, int most)
    {
        ulong size = Decompressor.GetDecompressedSize(frame);
        if (size > (ulong)most)
        {
            throw new FormatException($"The stored bytes declare {size} bytes, but at most {most} are allowed.");
        }

        byte[] data = new byte[size];
        Decompressor decompressor = TakeDecompressor();
        try
        {
            decompressor.LoadDictionary(reference);
            int written = decompressor.Unwrap(frame, data);
            return written == data.Length
                ? data
                : throw new FormatException($"The stored bytes unpack to {written} bytes, not {data.Length}.");
        }
        finally
        {
            Keep(decompressor, Decompressors, data.Length + reference.Length);
        }
    }

    /// <summary>Lets the end of the data refer to the beginning of the reference.</summary>
    private static void Reach(Compressor compressor, int size)
    {
        int log = BitOperations.Log2((uint)size);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, Math.Max(LeastWindowLog, log + 1));

        // Zstandard uses at most eight times as many bytes of a reference as this table has entries.
        compressor.SetParameter(
            ZSTD_cParameter.ZSTD_c_hashLog, log < LeastWindowLog ? DefaultHashLog : Math.Min(log - 2, MostHashLog));
    }

    private static Compressor TakeCompressor() =>
        Compressors.TryTake(out Compressor? kept) ? kept : new Compressor(Level);

    private static Decompressor TakeDecompressor() =>
        Decompressors.TryTake(out Decompressor? kept) ? kept : new Decompressor();

    private static void Keep<T>(T context, ConcurrentBag<T> kept, int worked)
        where T : IDisposable
    {
        if (worked <= MostKept && kept.Count < Environment.ProcessorCount)
        {
            kept.Add(context);
        }
        else
        {
            context.Dispose();
        }
    }
}
