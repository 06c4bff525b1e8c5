using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Research.Export;

/// <summary>Hashes texts for exports.</summary>
internal static class TextKey
{
    private const int Bytes = 8;

    /// <summary>The first 16 digits of the SHA-256 of a text in UTF-8.</summary>
    internal static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
