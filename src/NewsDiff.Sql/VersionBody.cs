using System.Buffers.Binary;
using System.IO.Hashing;
using ZstdSharp;

namespace NewsDiff.Sql;

/// <summary>The stored bytes of a version: its article's JSON, alone or as a difference.</summary>
/// <remarks>
/// One byte names the form, eight are a checksum (XXH3) of the JSON, of the stored bytes and of the version's number
/// and content hash; the rest is the JSON: as it is, as a Zstandard frame, or as one that refers to the JSON of the
/// version before. A version's depth counts the versions before it that must be read first; 0 is a keyframe.
/// </remarks>
internal static class VersionBody
{
    /// <summary>The maximum number of versions that are read for one.</summary>
    /// <remarks>Twice as many would save 1 % of the text, and take twice as long to read.</remarks>
    public const int LongestChain = 16;

    /// <summary>The maximum number of bytes of compressed JSON; longer JSON is stored uncompressed.</summary>
    /// <remarks>It bounds what a hostile row can unpack to. No article comes close.</remarks>
    public const int MostCompressed = 64 << 20;

    /// <summary>The bytes before the JSON: its form and the checksum.</summary>
    public const int HeaderSize = 1 + sizeof(ulong);

    private const byte Whole = 0;
    private const byte Keyframe = 1;
    private const byte Delta = 2;

    /// <summary>A difference larger than the JSON divided by this number is compared with a keyframe.</summary>
    /// <remarks>The smaller one is stored. A keyframe has a quarter to half of an article's bytes.</remarks>
    private const int DoubtfulShare = 4;

    /// <summary>Encodes a version.</summary>
    /// <param name="json">The article.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="before">The previous version, or null for a keyframe.</param>
    /// <returns>The stored bytes, and the version's depth.</returns>
    public static (byte[] Body, int Depth) Encode(ReadOnlySpan<byte> json, BodyPlace place, DecodedBody? before)
    {
        if (json.Length > MostCompressed)
        {
            return (Seal(Whole, json, json, place), 0);
        }

        byte[]? delta = before is { Depth: < LongestChain - 1, Json.Length: > 0 and <= MostCompressed } known
            ? BodyCompression.Compress(json, known.Json)
            : null;
        if (delta is not null && delta.Length < json.Length / DoubtfulShare)
        {
            return (Seal(Delta, delta, json, place), before!.Value.Depth + 1);
        }

        byte[] keyframe = BodyCompression.Compress(json, reference: []);
        return delta is not null && delta.Length < keyframe.Length
            ? (Seal(Delta, delta, json, place), before!.Value.Depth + 1)
            : (Seal(Keyframe, keyframe, json, place), 0);
    }

    /// <summary>Decodes a version.</summary>
    /// <param name="body">The stored bytes.</param>
    /// <param name="depth">The stored depth.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="before">The previous version, or null when it was not read.</param>
    /// <returns>The JSON, and the depth.</returns>
    /// <exception cref="FormatException">The bytes are damaged, or not the ones that belong here.</exception>
    public static DecodedBody Decode(ReadOnlySpan<byte> body, int depth, BodyPlace place, DecodedBody? before)
    {
        if (body.Length < HeaderSize)
        {
            throw new FormatException("The stored bytes are cut off.");
        }

        ReadOnlySpan<byte> stored = body[HeaderSize..];
        byte[] json = (body[0], depth) switch
        {
            (Whole, 0) => stored.ToArray(),
            (Keyframe, 0) => Unpack(stored, reference: []),
            (Delta, > 0 and < LongestChain) => Unpack(stored, Reference(before, depth)),
            _ => throw new FormatException($"The form {body[0]} does not belong to depth {depth}."),
        };
        return BinaryPrimitives.ReadUInt64LittleEndian(body[1..]) == Checksum(body[0], stored, json, place)
            ? new DecodedBody(json, depth)
            : throw new FormatException("The stored bytes do not match their checksum.");
    }

    private static byte[] Reference(DecodedBody? before, int depth) => before is { } known && known.Depth == depth - 1
        ? known.Json
        : throw new FormatException("The previous version is missing, and this one is a difference from it.");

    private static byte[] Unpack(ReadOnlySpan<byte> frame, byte[] reference)
    {
        try
        {
            return BodyCompression.Decompress(frame, reference, MostCompressed);
        }
        catch (ZstdException fault)
        {
            throw new FormatException($"The stored bytes cannot be unpacked: {fault.Message}", fault);
        }
    }

    private static byte[] Seal(byte form, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> json, BodyPlace place)
    {
        byte[] body = new byte[HeaderSize + stored.Length];
        body[0] = form;
        BinaryPrimitives.WriteUInt64LittleEndian(body.AsSpan(1), Checksum(form, stored, json, place));
        stored.CopyTo(body.AsSpan(HeaderSize));
        return body;
    }

    // It covers the stored bytes too: damage to a frame that leaves the JSON unchanged must be noticed.
    private static ulong Checksum(byte form, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> json, BodyPlace place)
    {
        var hash = new XxHash3(((long)place.Number << 8) + form);
        hash.Append(place.ContentHash);
        hash.Append(json);
        hash.Append(stored);
        return hash.GetCurrentHashAsUInt64();
    }
}
