using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace NewsDiff.Archives.Warc;

/// <summary>Digests as WARC files write them: <c>sha1:</c> or <c>sha256:</c>, then base 32 or hexadecimal.</summary>
internal static class WarcDigest
{
    /// <summary>Names the digest of bytes.</summary>
    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "SHA-1 is what the readers of WARC files look for; it guards against accidents only.")]
    public static string Of(ReadOnlySpan<byte> content, WarcDigestAlgorithm algorithm) =>
        algorithm == WarcDigestAlgorithm.Sha256
            ? "sha256:" + Base32.Encode(SHA256.HashData(content))
            : "sha1:" + Base32.Encode(SHA1.HashData(content));

    /// <summary>Starts to compute a digest; null for an unknown algorithm.</summary>
    public static IncrementalHash? Begin(string? digest) => digest?.Split(':', 2)[0].ToUpperInvariant() switch
    {
        "SHA1" or "SHA-1" => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
        "SHA256" or "SHA-256" => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
        _ => null,
    };

    /// <summary>Whether a digest matches these bytes.</summary>
    public static bool Names(string digest, ReadOnlySpan<byte> hash)
    {
        ReadOnlySpan<char> value = digest.AsSpan(digest.IndexOf(':', StringComparison.Ordinal) + 1).TrimEnd('=');
        return value.Equals(Base32.Encode(hash), StringComparison.OrdinalIgnoreCase)
            || value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
    }
}
