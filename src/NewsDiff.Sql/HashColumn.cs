using System.Security.Cryptography;
using System.Text;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>A hash in hexadecimal as a column keeps it: in half the bytes.</summary>
/// <remarks>The first byte distinguishes hashes from other texts, which hosts may also give.</remarks>
internal static class HashColumn
{
    private const byte Hash = 1;
    private const byte Other = 0;

    /// <summary>Encodes a hash, or any other text.</summary>
    public static byte[]? Encode(string? text) => EncodeStored(StorableText.Encode(text));

    /// <summary>Encodes a text that is in the form in which text columns keep it.</summary>
    public static byte[]? EncodeStored(string? text) => text switch
    {
        null => null,
        { Length: 2 * SHA256.HashSizeInBytes } when text.All(char.IsAsciiHexDigitLower) =>
            [Hash, .. Convert.FromHexString(text)],
        _ => [Other, .. Encoding.UTF8.GetBytes(text)],
    };

    /// <summary>Whether the bytes are a hash, not another text.</summary>
    public static bool IsHash(byte[] bytes) => bytes is [Hash, .. { Length: SHA256.HashSizeInBytes }];

    /// <summary>Decodes the bytes of <see cref="Encode"/>.</summary>
    /// <exception cref="FormatException">They are something else.</exception>
    public static string Decode(byte[] bytes) => bytes switch
    {
        [Hash, .. { Length: SHA256.HashSizeInBytes } hash] => Convert.ToHexStringLower(hash),
        [Other, .. byte[] text] => StorableText.Decode(Encoding.UTF8.GetString(text))!,
        _ => throw new FormatException("It is not a hash."),
    };
}
