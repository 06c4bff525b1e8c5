using System.Security.Cryptography;

namespace NewsDiff;

/// <summary>
/// The hash of the page that an article was read from; archives find the page by it.
/// </summary>
internal static class PageHash
{
    /// <summary>Hashes a page.</summary>
    /// <param name="page">The page as published: in its own encoding, after decompression.</param>
    /// <returns>SHA-256 in lower-case hexadecimal, 64 characters.</returns>
    public static string Compute(ReadOnlySpan<byte> page) => Convert.ToHexStringLower(SHA256.HashData(page));

    /// <summary>Whether a text has the form of a hash, so that it cannot name another file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is 64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
    }
}
