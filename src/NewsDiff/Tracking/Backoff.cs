using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Tracking;

/// <summary>How long to wait after failures: twice as long each time, spread by up to a tenth so that visits do not bunch.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>The wait after so many failures in a row, at most <paramref name="longest"/> before spreading.</summary>
    /// <remarks>The spread is made of seed, target and count: it needs no state, and is the same whatever thread asks.</remarks>
    public static TimeSpan After(int failures, TimeSpan longest, string target, int seed)
    {
        double seconds = Math.Min(First.TotalSeconds * Math.Pow(2, failures - 1), longest.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Round(seconds * (0.9 + (0.2 * Spread(failures, target, seed)))));
    }

    private static double Spread(int failures, string target, int seed)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {failures} {target}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
    }
}
