using System.Runtime.CompilerServices;

namespace NewsDiff.Research.Import;

/// <summary>Reads lines in bounded memory: a line that is too long is passed over, and said to be.</summary>
/// <remarks>The byte at their end may be another one.</remarks>
internal sealed class ByteLines
{
    private const int FirstLength = 64 * 1024;

    private readonly Stream _stream;
    private readonly int _maxLength;
    private readonly byte _ending;
    private byte[] _buffer = new byte[FirstLength];
    private int _start;
    private int _end;
    private int _searched;
    private long _number;
    private bool _isTooLong;

    private ByteLines(Stream stream, int maxLength, byte ending)
    {
        _stream = stream;
        _maxLength = maxLength;
        _ending = ending;
    }

    internal static async IAsyncEnumerable<ByteLine> ReadAsync(
        Stream stream,
        int maxLength,
        byte ending = (byte)'\n',
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var lines = new ByteLines(stream, maxLength, ending);
        while (true)
        {
            while (lines.Next() is { } line)
            {
                yield return line;
            }

            int read = await lines.FillAsync(cancellationToken).ConfigureAwait(false);
            if (read < 0)
            {
                yield return new ByteLine(
                    lines._number + 1, default, "The file is damaged here, and the rest is not read.");
                yield break;
            }

            if (read == 0)
            {
                break;
            }
        }

        if (lines._end > 0 || lines._isTooLong)
        {
            yield return lines.Line(lines._end);
        }
    }

    /// <summary>The next whole line in the buffer, or null.</summary>
    private ByteLine? Next()
    {
        int found = _buffer.AsSpan(_searched, _end - _searched).IndexOf(_ending);
        if (found < 0)
        {
            _searched = _end;
            return null;
        }

        int stop = _searched + found;
        ByteLine line = Line(stop);
        _isTooLong = false;
        _start = _searched = stop + 1;
        return line;
    }

    private ByteLine Line(int stop)
    {
        _number++;
        return _isTooLong
            ? new ByteLine(_number, default, ImportLimits.TooLarge)
            : new ByteLine(_number, _buffer.AsMemory(_start, stop - _start));
    }

    /// <summary>Reads more bytes, behind the beginning of a line.</summary>
    /// <returns>How many; -1 when what is packed cannot be unpacked.</returns>
    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        _isTooLong |= _end - _start > _maxLength;
        int kept = _isTooLong ? 0 : _end - _start;
        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        _start = 0;
        _end = _searched = kept;
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        try
        {
            int read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            return read;
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }
}
