using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Computes record ids from records' content, so that equal runs give equal files.</summary>
internal static class WarcRecordId
{
    /// <summary>The id of a record: a UUID of version 8 (RFC 9562) from its SHA-256.</summary>
    public static string Of(string seed, long number, WarcRecordDraft draft, string date, string blockDigest)
    {
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{seed}\n{number}\n{WarcNames.NameOf(draft.Type)}\n{date}\n{draft.TargetUri?.AbsoluteUri}\n{blockDigest}");
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString();
    }
}
