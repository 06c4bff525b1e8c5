using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Reads lines in bounded memory: a line that is too long is passed over, and said to be.</summary>
/// <remarks>The byte at their end may be another one.</remarks>
internal static class ByteLines
{
    private const int FirstLength = 64 * 1024;

    internal static async IAsyncEnumerable<ByteLine> ReadAsync(
        Stream stream,
        int maxLength,
        byte ending = (byte)'\n',
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        byte[] buffer = new byte[FirstLength];
        (int start, int end, int searched) = (0, 0, 0);
        long number = 0;
        bool isTooLong = false;
        while (true)
        {
            int found = buffer.AsSpan(searched, end - searched).IndexOf(ending);
            if (found >= 0)
            {
                int stop = searched + found;
                yield return Line(++number, buffer.AsMemory(start, stop - start), isTooLong);
                isTooLong = false;
                start = searched = stop + 1;
                continue;
            }

            isTooLong |= end - start > maxLength;
            (start, end) = isTooLong ? (0, 0) : MoveDown(buffer, start, end);
            searched = end;
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = await ReadAsync(stream, buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read < 0)
            {
                yield return new ByteLine(++number, default, "The file is damaged here, and the rest is not read.");
                yield break;
            }

            end += read;
            if (read == 0)
            {
                break;
            }
        }

        if (end > 0 || isTooLong)
        {
            yield return Line(++number, buffer.AsMemory(0, end), isTooLong);
        }
    }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>How many; -1 when what is packed cannot be unpacked.</returns>
    private static async ValueTask<int> ReadAsync(
        Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }

    private static (int Start, int End) MoveDown(byte[] buffer, int start, int end)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        return (0, end - start);
    }

    private static ByteLine Line(long number, ReadOnlyMemory<byte> content, bool isTooLong) =>
        isTooLong ? new ByteLine(number, default, ImportLimits.TooLarge) : new ByteLine(number, content);
}
