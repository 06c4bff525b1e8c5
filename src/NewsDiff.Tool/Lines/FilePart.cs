using System.Globalization;

namespace NewsDiff.Tool.Lines;

/// <summary>One of several parts of a file; each line is in exactly one part.</summary>
/// <param name="Number">The number of the part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
internal readonly record struct FilePart(int Number, int Count)
{
    private const int MaxCount = 100_000;
    private const int BufferBytes = 1024 * 1024;

    /// <summary>The whole file.</summary>
    internal static FilePart Whole { get; } = new(1, 1);

    /// <summary>Reads a part such as <c>3/8</c>.</summary>
    /// <returns>The part; null if the text is not one.</returns>
    internal static FilePart? Parse(string text) =>
        text.Split('/') is [var number, var count]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
        && first >= 1 && first <= all && all <= MaxCount
            ? new FilePart(first, all)
            : null;

    /// <summary>Finds the part's bytes: the lines that begin in its share of the file.</summary>
    /// <returns>Where the part begins and ends, and how many lines come before it.</returns>
    internal async Task<(long Begin, long End, long LinesBefore)> FindAsync(Stream file, CancellationToken stop)
    {
        byte[] buffer = new byte[BufferBytes];
        long begin = await FindLineAsync(file, Share(file.Length, Number - 1), buffer, stop).ConfigureAwait(false);
        long end = await FindLineAsync(file, Share(file.Length, Number), buffer, stop).ConfigureAwait(false);
        return (begin, end, await CountLinesAsync(file, begin, buffer, stop).ConfigureAwait(false));
    }

    private long Share(long length, int parts) => (long)((Int128)length * parts / Count);

    // The first beginning of a line at a place or after it.
    private static async Task<long> FindLineAsync(Stream file, long place, byte[] buffer, CancellationToken stop)
    {
        if (place == 0)
        {
            return 0;
        }

        file.Position = place - 1;
        for (long at = place - 1; ;)
        {
            int read = await file.ReadAsync(buffer, stop).ConfigureAwait(false);
            int newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (newline >= 0 || read == 0)
            {
                return read == 0 ? file.Length : at + newline + 1;
            }

            at += read;
        }
    }

    // Counts lines as a text reader does: a carriage return alone ends a line too.
    private static async Task<long> CountLinesAsync(Stream file, long end, byte[] buffer, CancellationToken stop)
    {
        file.Position = 0;
        long lines = 0;
        bool hasReturn = false;
        for (long left = end; left > 0;)
        {
            int read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), stop)
                .ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            foreach (byte part in buffer.AsSpan(0, read))
            {
                lines += part == (byte)'\r' || (part == (byte)'\n' && !hasReturn) ? 1 : 0;
                hasReturn = part == (byte)'\r';
            }

            left -= read;
        }

        return lines;
    }
}
