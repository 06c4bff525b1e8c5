using System.Security.Cryptography;
using System.Text;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>The SHA-256 that represents an article's key in indexes.</summary>
internal static class KeyHash
{
    /// <summary>Hashes a key.</summary>
    public static byte[] Of(string key) => OfStored(StorableText.Encode(key)!);

    /// <summary>Hashes a key in the form in which it is stored.</summary>
    public static byte[] OfStored(string encoded) => SHA256.HashData(Encoding.UTF8.GetBytes(encoded));
}
