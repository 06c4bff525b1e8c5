using System.Buffers.Binary;

namespace NewsDiff.Archives.Warc;

/// <summary>Skips the header of a gzip member (RFC 1952, 2.3).</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;
    private const int LongestText = 64 * 1024;
    private const int HasChecksum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;
    private const int Reserved = 0xE0;

    /// <summary>Skips a header.</summary>
    /// <returns>Whether there is one.</returns>
    public static async ValueTask<bool> PassAsync(RawBytes bytes, CancellationToken cancellationToken)
    {
        if (!await bytes.EnsureAsync(FixedLength, cancellationToken).ConfigureAwait(false)
            || FlagsOf(bytes) is not { } flags)
        {
            return false;
        }

        bytes.Advance(FixedLength);
        return (!flags.HasFlag(HasExtra) || await PassExtraAsync(bytes, cancellationToken).ConfigureAwait(false))
            && (!flags.HasFlag(HasName) || await PassTextAsync(bytes, cancellationToken).ConfigureAwait(false))
            && (!flags.HasFlag(HasComment) || await PassTextAsync(bytes, cancellationToken).ConfigureAwait(false))
            && (!flags.HasFlag(HasChecksum) || await bytes.SkipAsync(2, cancellationToken).ConfigureAwait(false) == 2);
    }

    private static int? FlagsOf(RawBytes bytes) =>
        bytes.Available is [0x1F, 0x8B, 8, var flags, ..] && (flags & Reserved) == 0 ? flags : null;

    private static bool HasFlag(this int flags, int flag) => (flags & flag) != 0;

    private static async ValueTask<bool> PassExtraAsync(RawBytes bytes, CancellationToken cancellationToken)
    {
        if (!await bytes.EnsureAsync(2, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Available);
        return await bytes.SkipAsync(length + 2, cancellationToken).ConfigureAwait(false) == length + 2;
    }

    private static async ValueTask<bool> PassTextAsync(RawBytes bytes, CancellationToken cancellationToken)
    {
        for (int passed = 0; passed < LongestText; passed++)
        {
            if (!await bytes.EnsureAsync(1, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            bool isEnd = bytes.Available[0] == 0;
            bytes.Advance(1);
            if (isEnd)
            {
                return true;
            }
        }

        return false;
    }
}
