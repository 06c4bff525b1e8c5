using System.Buffers;

namespace NewsDiff.Archives.Warc;

/// <summary>A window on the unpacked bytes of a WARC file, with their file offsets.</summary>
internal sealed class WarcWindow(WarcInput input, int size) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>Where parts of the file begin: the position in the window and the file offset.</summary>
    /// <remarks>The first part covers the buffered bytes.</remarks>
    private readonly List<(long Position, long Offset)> _parts = [];

    private int _start;
    private int _end;

    // How many bytes were passed so far.
    private long _position;
    private bool _isReturned;

    /// <summary>The buffered bytes.</summary>
    public ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Why reading ended before the end of the file, or null.</summary>
    public WarcProblem? Fault => input.Fault;

    /// <summary>Where the next byte can be found again.</summary>
    public WarcLocation Location
    {
        get
        {
            int last = _parts.FindLastIndex(part => part.Position <= _position);
            return last < 0 ? default
                : input is PlainInput ? new WarcLocation(_parts[last].Offset + _position - _parts[last].Position, 0)
                : new WarcLocation(_parts[last].Offset, _position - _parts[last].Position);
        }
    }

    /// <summary>Buffers more bytes.</summary>
    /// <returns>Whether there was more.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Available.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        int read = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        NotePart(_position + _end);
        _end += read;
        return read > 0;
    }

    /// <summary>Continues after a fault; buffered bytes are dropped.</summary>
    public async ValueTask<bool> RecoverAsync(CancellationToken cancellationToken)
    {
        Advance(_end - _start);
        return await input.RecoverAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Skips buffered bytes.</summary>
    public void Advance(int count)
    {
        _start += count;
        _position += count;
    }

    /// <summary>Reads on, first from the buffered bytes.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        int count = Math.Min(target.Length, _end - _start);
        if (count > 0)
        {
            _buffer.AsMemory(_start, count).CopyTo(target);
            Advance(count);
            return count;
        }

        int read = await input.ReadAsync(target, cancellationToken).ConfigureAwait(false);
        NotePart(_position);
        _position += read;
        return read;
    }

    /// <summary>Skips bytes, buffered or not.</summary>
    /// <returns>How many were skipped; fewer at the end of the file.</returns>
    public async ValueTask<long> SkipAsync(long count, CancellationToken cancellationToken)
    {
        long left = count;
        while (left > 0)
        {
            int atHand = (int)Math.Min(left, _end - _start);
            Advance(atHand);
            left -= atHand;
            long skipped = left > 0 ? await input.SkipAsync(left, cancellationToken).ConfigureAwait(false) : 0;
            _position += skipped;
            left -= skipped;
            if (left > 0 && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }

        return count - left;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        input.Dispose();
        if (!_isReturned)
        {
            _isReturned = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private void NotePart(long position)
    {
        if (input.NewPart is not { } offset)
        {
            return;
        }

        // Empty parts, and parts with no buffered bytes, are dropped; otherwise their number would have no bound.
        int covering = _parts.FindLastIndex(part => part.Position <= _position);
        _parts.RemoveRange(0, Math.Max(0, covering));
        _parts.RemoveAll(part => part.Position == position);
        _parts.Add((position, offset));
    }
}
