using System.Buffers;

namespace NewsDiff.Archives.Warc;

/// <summary>The raw bytes of a file, with a view of the next and the last ones.</summary>
internal sealed class RawBytes(Stream stream) : IDisposable
{
    private const int Size = 256 * 1024;
    private const int MostTaken = 32 * 1024;
    private const int FirstRead = 8 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private long _bufferOffset = stream.CanSeek ? stream.Position : 0;
    private int _start;
    private int _end;
    private int _mark;
    private int _readNext = FirstRead;
    private bool _isReturned;

    /// <summary>The offset of the next byte in the file.</summary>
    public long Position => _bufferOffset + _start;

    /// <summary>Whether it can go back to an earlier position.</summary>
    public bool CanSeek => stream.CanSeek;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isReturned)
        {
            _isReturned = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    /// <summary>The buffered bytes.</summary>
    public ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The bytes taken last, and the buffered bytes after them.</summary>
    public ReadOnlySpan<byte> SinceLastTaken => _buffer.AsSpan(_mark, _end - _mark);

    /// <summary>Buffers this many bytes, or as many as there are.</summary>
    /// <param name="count">The number of bytes, at most a quarter of the buffer.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Whether the file has as many.</returns>
    public async ValueTask<bool> EnsureAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            if (_end == _buffer.Length || _mark == _end)
            {
                _buffer.AsSpan(_mark, _end - _mark).CopyTo(_buffer);
                (_bufferOffset, _start, _end, _mark) = (_bufferOffset + _mark, _start - _mark, _end - _mark, 0);
            }

            // After a jump, often only the beginning of a record is wanted; without further jumps, each read doubles.
            int room = Math.Min(_readNext, _buffer.Length - _end);
            _readNext = Math.Min(_readNext * 2, Size);
            int read = await stream.ReadAsync(_buffer.AsMemory(_end, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    /// <summary>Takes buffered bytes: at most an eighth of the buffer, so that Seek can return.</summary>
    public int Take(Span<byte> target)
    {
        int count = Math.Min(Math.Min(target.Length, _end - _start), MostTaken);
        _buffer.AsSpan(_start, count).CopyTo(target);
        (_mark, _start) = (_start, _start + count);
        return count;
    }

    /// <summary>Skips buffered bytes.</summary>
    public void Advance(int count)
    {
        _start += count;
        _mark = _start;
    }

    /// <summary>Goes to another position: any one if the file can seek, otherwise a buffered one.</summary>
    public void Seek(long position)
    {
        if (position >= _bufferOffset + _mark && position <= _bufferOffset + _end)
        {
            _start = _mark = (int)(position - _bufferOffset);
            return;
        }

        stream.Position = position;
        (_bufferOffset, _start, _end, _mark) = (position, 0, 0, 0);
        _readNext = FirstRead;
    }

    /// <summary>Skips bytes.</summary>
    /// <remarks>Reading a few is quicker than seeking; many are skipped by seeking, if the file can seek.</remarks>
    /// <returns>How many were skipped; fewer at the end of the file.</returns>
    public async ValueTask<long> SkipAsync(long count, CancellationToken cancellationToken)
    {
        if (stream.CanSeek && count - Available.Length > Size)
        {
            long step = Math.Min(count, Math.Max(0, stream.Length - Position));
            Seek(Position + step);
            return step;
        }

        long left = count;
        while (left > 0 && await EnsureAsync(1, cancellationToken).ConfigureAwait(false))
        {
            int step = (int)Math.Min(left, Available.Length);
            Advance(step);
            left -= step;
        }

        return count - left;
    }
}
