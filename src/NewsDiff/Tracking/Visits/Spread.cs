using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Tracking.Visits;

/// <summary>Spreads times, so that visits that began together drift apart.</summary>
internal static class Spread
{
    /// <summary>The largest shift, as a share of the interval.</summary>
    public const double Share = 0.1;

    /// <summary>A pseudo-random number from 0 to 1, determined by target, count or time, and seed.</summary>
    public static double Of(string target, long count, int seed)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {count} {target}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
    }
}
