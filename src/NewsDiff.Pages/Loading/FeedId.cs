using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Pages.Loading;

/// <summary>The Atom id of a feed of changes, derived from its database, not its address.</summary>
internal static class FeedId
{
    /// <summary>Creates a version 8 UUID (RFC 9562) from the ids of database and article.</summary>
    internal static Uri Of(Guid database, string? articleId)
    {
        Span<byte> bytes =
            SHA256.HashData(Encoding.UTF8.GetBytes($"newsdiff feed\n{database:N}\n{articleId}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Uri($"urn:uuid:{new Guid(bytes, bigEndian: true)}");
    }
}
