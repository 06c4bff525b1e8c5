using System.Text;

namespace NewsDiff.Research.Report;

/// <summary>How often each replicate of the bootstrap has an article.</summary>
/// <remarks>
/// The Poisson bootstrap: each article comes a number of times that is Poisson distributed with mean 1, so that a
/// stream can be resampled without being kept. The numbers are computed from the article's id, not drawn, so the order
/// of the articles does not matter.
/// </remarks>
internal static class Replicates
{
    internal const int Count = 400;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The weights of an article.</summary>
    internal static byte[] WeightsOf(string articleId)
    {
        ulong seed = Hash(articleId);
        byte[] weights = new byte[Count];
        for (int i = 0; i < Count; i++)
        {
            weights[i] = Poisson(Mix(seed + (((ulong)i + 1) * Golden)));
        }

        return weights;
    }

    // FNV-1a.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte part in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ part) * 1099511628211;
        }

        return hash;
    }

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static byte Poisson(ulong random)
    {
        double rest = (random >> 11) * (1.0 / (1UL << 53));
        double probability = Math.Exp(-1);
        byte count = 0;
        while (rest >= probability && count < 20)
        {
            rest -= probability;
            count++;
            probability /= count;
        }

        return count;
    }
}
