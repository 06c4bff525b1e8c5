using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Notifications.Bluesky;

/// <summary>Makes the key of a post: the same for the same event, so that a repeated post replaces itself.</summary>
/// <remarks>The form is AT Protocol's timestamp identifier: 53 bits of microseconds, 10 of a clock.</remarks>
internal static class RecordKey
{
    private const string Digits = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;

    /// <summary>The key of an event.</summary>
    public static string Of(DateTimeOffset at, string id)
    {
        ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        ulong micros = ((ulong)at.ToUnixTimeMilliseconds() * 1000) + (hash % 1000);
        ulong value = ((micros & ((1UL << 53) - 1)) << 10) | ((hash >> 32) & 1023);
        return string.Create(Length, value, static (text, rest) =>
        {
            for (int i = text.Length - 1; i >= 0; i--, rest >>= 5)
            {
                text[i] = Digits[(int)(rest & 31)];
            }
        });
    }
}
