using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsDiff.Text;

/// <summary>Arrays of the shared pool, unless only huge input needs them.</summary>
/// <remarks>
/// Those are left to the garbage collector: the pool keeps what it is given for minutes, so one hostile page would hold
/// its memory long after.
/// </remarks>
internal static class SharedArrays
{
    /// <summary>The size up to which arrays are shared: more than nearly all pages need.</summary>
    private const int MostBytes = 4 << 20;

    /// <summary>Takes an array of at least this length, with any content.</summary>
    public static T[] Take<T>(int length) => IsShared<T>(length)
        ? ArrayPool<T>.Shared.Rent(length)
        : GC.AllocateUninitializedArray<T>(length);

    /// <summary>Gives an array back; whoever took it must not use it any more.</summary>
    public static void GiveBack<T>(T[] array)
    {
        if (array.Length > 0 && IsShared<T>(array.Length))
        {
            ArrayPool<T>.Shared.Return(array);
        }
    }

    // The pool's arrays have a power of two as length.
    private static bool IsShared<T>(int length) =>
        BitOperations.RoundUpToPowerOf2((uint)length) * (long)Unsafe.SizeOf<T>() <= MostBytes;
}
