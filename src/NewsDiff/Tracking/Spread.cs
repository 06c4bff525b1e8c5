using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Tracking;

/// <summary>Spreads times, so that visits which began together do not stay together.</summary>
internal static class Spread
{
    /// <summary>How far a time is moved, as a share of it.</summary>
    public const double Share = 0.1;

    /// <summary>A number from 0 to 1 that looks random, yet is the same for the same target, count or time, and seed.</summary>
    public static double Of(string target, long count, int seed)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {count} {target}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
    }
}
