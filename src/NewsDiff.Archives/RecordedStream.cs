using System.Buffers;

namespace NewsDiff.Archives;

/// <summary>Reads a body and copies the bytes that it reads.</summary>
internal sealed class RecordedStream(
    Stream source,
    Capture capture,
    Func<Capture, ValueTask> keep,
    Action<Capture> leave) : ForwardStream
{
    private readonly ArrayBufferWriter<byte> _copy = new();
    private bool _isDone;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            _copy.Write(buffer.Span[..read]);
        }
        else if (!_isDone && !buffer.IsEmpty)
        {
            _isDone = true;
            await keep(capture with { Body = _copy.WrittenMemory }).ConfigureAwait(false);
        }

        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            // The reader stopped early, or the server ended the body early.
            _isDone = true;
            leave(capture with { Body = _copy.WrittenMemory, IsTruncated = true });
        }

        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
